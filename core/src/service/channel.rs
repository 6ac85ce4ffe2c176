//! The online channels of the service.

use qujat_export::export;

use crate::foundation::words::words;

words! {
    /// One of the two online channels (SPEC 1).
    #[export(code)]
    Channel {
        /// The e-government portal.
        Portal = "portal",
        /// A mobile app.
        MobileApp = "mobile_app",
    }
}
