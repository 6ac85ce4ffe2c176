//! Data of people: numbers of identity and documents, names, contacts, addresses.

pub(crate) mod address;
pub(crate) mod contact;
pub(crate) mod identity;
pub(crate) mod names;
