//! Notices to the applicant: by SMS, e-mail and push, in three languages (SPEC 8).

mod html;

use qujat_export::export;

use crate::foundation::language::Language;
use crate::service::notice_kinds::{NoticeData, NoticeKind};
use crate::service::sms::{SmsEncoding, SmsPolicy};
use crate::wording::texts::{Part, Texts};

/// A short message, and the cost of sending it.
// The texts of a notice name an application and may name more.
#[export(record, private, shows(encoding, units, segments))]
#[derive(Clone, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Sms {
    /// The text as it is to be sent.
    pub text: String,
    /// The alphabet that the text needs.
    pub encoding: SmsEncoding,
    /// The length: septets for GSM-7, UTF-16 units for UCS-2.
    pub units: u32,
    /// The number of messages it is sent as.
    pub segments: u32,
}

/// An e-mail. Subject and text are plain; the HTML says the same as the text.
#[export(record, private)]
#[derive(Clone, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Email {
    /// The subject: one line, without control characters, so that it cannot add a header.
    pub subject: String,
    /// The plain text; an empty line parts two paragraphs.
    pub text: String,
    /// A complete HTML document, with everything escaped.
    pub html: String,
}

/// A notification of a mobile app.
#[export(record, private)]
#[derive(Clone, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Push {
    /// The title, on one line.
    pub title: String,
    /// The text below it.
    pub body: String,
}

/// A notice in one language, ready to be sent by every channel.
#[export(record, private, shows(kind, language, sms))]
#[derive(Clone, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Notice {
    /// Its kind.
    pub kind: NoticeKind,
    /// The language of all its texts.
    pub language: Language,
    /// The short message.
    pub sms: Sms,
    /// The e-mail.
    pub email: Email,
    /// The notification.
    pub push: Push,
}

impl Notice {
    /// Writes a notice. Control characters in the data are removed everywhere, and the HTML
    /// escapes everything, so that typed text stays text. By the policy the short message is sent
    /// as written or in Latin letters.
    ///
    /// ```
    /// use qujat::notices::Notice;
    /// use qujat::sms::SmsPolicy;
    /// use qujat::texts::Texts;
    /// use qujat::{Language, NoticeData};
    /// let data = NoticeData::Delivered { application: "KZ-2026-17".to_owned() };
    /// let policy = SmsPolicy::original();
    /// let notice = Notice::render(Texts::shipped(), &data, Language::En, &policy);
    /// assert!(notice.email.html.starts_with("<!DOCTYPE html>"));
    /// ```
    #[must_use]
    pub fn render(
        texts: &Texts,
        data: &NoticeData,
        language: Language,
        policy: &SmsPolicy,
    ) -> Notice {
        let kind = data.kind();
        let values = data.values();
        let part = |part: Part| texts.notice(kind, part, language, &values);
        let (subject, text) = (part(Part::Subject), part(Part::Text));
        Notice {
            kind,
            language,
            sms: Sms::new(part(Part::Sms), language, policy),
            email: Email {
                html: html::document(language, &subject, &text),
                subject,
                text,
            },
            push: Push {
                title: part(Part::PushTitle),
                body: part(Part::Push),
            },
        }
    }
}

impl Sms {
    /// A short message with this text, or with the text that the policy makes of it.
    #[must_use]
    pub fn new(text: String, language: Language, policy: &SmsPolicy) -> Sms {
        let (text, count) = policy.apply(text, language);
        Sms {
            text,
            encoding: count.encoding,
            units: count.units,
            segments: count.segments,
        }
    }
}

#[cfg(test)]
mod tests;
