import Foundation

// Pictures, off the main thread and off the threads that the app's tasks share. Each can be called from any
// task. A cancelled task throws `CancellationError` at once: work that has not begun is left out, work that
// has begun runs to its end and its answer is dropped. The bytes are not copied.

extension Rulebook {
    /// Describes an image file without decoding it, and makes sure that it is whole and nothing more, under
    /// the limits of a day.
    ///
    /// - Throws: ``QujatError`` if it is not accepted.
    public func inspectImage(_ file: Data, on day: CivilDate) async throws -> ImageFile {
        try await inBackground { try self.inspectImageBlocking(data: file, on: day) }
    }

    /// The same picture without metadata; no pixel changes.
    ///
    /// - Throws: ``QujatError`` if the file is not accepted.
    public func sanitizeImage(_ file: Data, on day: CivilDate) async throws -> Data {
        try await inBackground { try self.sanitizeImageBlocking(data: file, on: day) }
    }

    /// Decodes an image file, as the checks see it: upright, transparent pixels on white.
    ///
    /// - Throws: ``QujatError`` if the file is not accepted.
    public func decodeImage(_ file: Data, on day: CivilDate) async throws -> Picture {
        try await inBackground { try self.decodeImageBlocking(data: file, on: day) }
    }

    /// Checks a photo under the profile of a day: the file, the picture, and the face in it. A photo that is
    /// not accepted is no error: the report lists its problems.
    ///
    /// - Throws: ``QujatError`` with `NOT_COVERED` if no profile covers the day.
    public func checkPhoto(_ file: Data, on day: CivilDate) async throws -> PhotoReport {
        try await inBackground { try self.checkPhotoBlocking(data: file, on: day) }
    }

    /// Checks a picture of a signature, JPEG or PNG, under the limits of a day. A file that is not accepted
    /// gives a report too.
    ///
    /// - Throws: ``QujatError`` with `NOT_COVERED` if no limits cover the day.
    public func checkSignature(_ file: Data, on day: CivilDate) async throws -> SignatureReport {
        try await inBackground { try self.checkSignatureBlocking(data: file, on: day) }
    }

    /// The picture of a signature as the card needs it: a grey PNG.
    ///
    /// - Throws: ``QujatError``, its problems.
    public func normaliseSignature(_ file: Data, on day: CivilDate) async throws -> Data {
        try await inBackground { try self.normaliseSignatureBlocking(data: file, on: day) }
    }

    /// Checks a signature drawn on a screen, under the limits of a day.
    ///
    /// - Throws: ``QujatError`` if the drawing has numbers beyond all screens, or no limits cover the day.
    public func checkStrokes(_ drawing: Drawing, on day: CivilDate) async throws -> SignatureReport {
        try await inBackground { try self.checkStrokesBlocking(drawing: drawing, on: day) }
    }

    /// The drawing as the card needs it: a grey PNG.
    ///
    /// - Throws: ``QujatError``, its problems.
    public func renderStrokes(_ drawing: Drawing, on day: CivilDate) async throws -> Data {
        try await inBackground { try self.renderStrokesBlocking(drawing: drawing, on: day) }
    }

    /// Assesses an application: reads and checks the form, decides, quotes, schedules, checks the pictures,
    /// and renders the notices to send. A question that cannot be answered is `nil`, and a problem gives the
    /// reason.
    ///
    /// - Parameters:
    ///   - form: the form, JSON text.
    ///   - today: the civil date in Kazakhstan.
    ///   - register: the state register's record, if there is one; it decides.
    ///   - centres: the directory of service centres, if a pickup is to be offered.
    ///   - bookings: what is already booked at the centres.
    ///   - photo: the photo, a JPEG or PNG file.
    ///   - signature: the picture of the signature, a JPEG or PNG file.
    ///   - faults: the attempt and the technical faults known for that time, if filing on paper is asked for.
    /// - Throws: ``QujatError`` if a value of the arguments cannot be read.
    public func assess(
        _ form: String, today: CivilDate, register: RegisterRecord? = nil, centres: CentreDirectory? = nil,
        bookings: [Booking] = [], photo: Data? = nil, signature: Data? = nil, faults: FaultQuery? = nil
    ) async throws -> Assessment {
        try await inBackground {
            try self.assessBlocking(
                form: form, today: today, register: register, centres: centres, bookings: bookings,
                photo: photo, signature: signature, faults: faults)
        }
    }
}
