// A phone that walks through an application, as far as it can without a network: the form, the photo, the
// signature, and the answers. It prints the contents of the screen, in three languages; the example in
// Kotlin prints the same.
//
//   phone FORM.json PHOTO STROKES.json TODAY

import Foundation
import Qujat

let arguments = CommandLine.arguments.dropFirst().map { $0 }
guard arguments.count == 4, let today = CivilDate(arguments[3]) else {
    FileHandle.standardError.write(Data("phone FORM.json PHOTO STROKES.json TODAY\n".utf8))
    exit(2)
}

do {
    let files = try arguments[..<3].map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
    let phone = Phone(
        rules: try Rulebook.edition(), form: String(decoding: files[0], as: UTF8.self), photo: files[1],
        drawing: try readDrawing(json: String(decoding: files[2], as: UTF8.self)), today: today)
    try await phone.walk()
} catch let refused as QujatError {
    for text in Language.allCases.flatMap({ refused.texts($0) }) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
    exit(1)
}
