import Foundation
import Testing

import Conformance

@Suite struct JsonTests {
    private func read(_ text: String) throws -> Json {
        try Json(Data(text.utf8))
    }

    @Test func orderAndNumbersAreKept() throws {
        let text = #"{"b":1.50,"a":[null,true,false,-1e3,""],"b2":{"é\"\\":"ЖСН 😀","n":"\n\u001f"}}"#
        #expect(try read(text).text == text)
        #expect(try read(" { \"a\" : [ ] , \"b\" : { } }\n").text == #"{"a":[],"b":{}}"#)
        #expect(try read(#""\u0416\ud83d\ude00\/""#).string == "Ж😀/")
    }

    @Test func otherTextsAreRefused() {
        for bad in ["", "{", "[1,", #"{"a"}"#, "nul", "1 2", #""open"#, "[1]]", "'a'"] {
            #expect(throws: (any Error).self, "\(bad)") { try read(bad) }
        }
    }

    @Test func whatIsLeftOutIsNotCompared() throws {
        let found = try read(#"{"a":1,"b":[1,2],"c":null}"#)
        for wanted in [#"{}"#, #"{"a":1.0}"#, #"{"b":[1,2]}"#, #"{"c":null,"d":null}"#] {
            #expect(try read(wanted).matches(found), "\(wanted)")
        }
        for wanted in [#"{"a":2}"#, #"{"b":[1]}"#, #"{"b":[2,1]}"#, #"{"d":1}"#, #"{"a":"1"}"#, "[]", #"{"a":null}"#] {
            #expect(try !read(wanted).matches(found), "\(wanted)")
        }
    }
}
