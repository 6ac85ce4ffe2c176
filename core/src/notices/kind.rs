//! The kinds of notices.

use crate::words::words;

words! {
    /// What a notice to the applicant is about (SPEC section 8).
    NoticeKind {
        /// The application has been received.
        Received = "received",
        /// The service is not available online, with the verbatim notice.
        Refused = "refused",
        /// The state duty or a fee is to be paid.
        PaymentDue = "payment_due",
        /// The application has been registered under a ticket.
        Registered = "registered",
        /// The photo or the signature did not pass the review.
        Annulled = "annulled",
        /// The card is being made.
        InProduction = "in_production",
        /// The card can be picked up, with date, time and centre.
        Ready = "ready",
        /// A reminder of the appointment.
        PickupReminder = "pickup_reminder",
        /// The courier has the card.
        WithCourier = "with_courier",
        /// The courier has handed the card over.
        Delivered = "delivered",
        /// The courier could not hand the card over; it is back at a centre.
        DeliveryFailed = "delivery_failed",
        /// After a technical fault the applicant may file on paper.
        PaperFilingAllowed = "paper_filing_allowed",
        /// The card expires soon and can be renewed online.
        ExpiryReminder = "expiry_reminder",
        /// An invitation to rate the service.
        FeedbackInvitation = "feedback_invitation",
        /// The application has been withdrawn.
        Withdrawn = "withdrawn",
    }
}
