//! The UniFFI kit, for Kotlin and Swift: the derives of records and enumerations.
//!
//! Beside them, what may be left out of a record may be left out where it is made, and every word
//! knows its spelling. Values and classes are written in `core/src/kits/mobile`.

use crate::item::{Field, Item, Kind, Options};
use crate::text::without_rust;

/// What stands in the documentation of a type that writes its own `Debug` to hide something. The
/// generator of the Kotlin and Swift sources looks for it, and masks the type there too.
const MASKED: &str = "Printed, it shows nothing of what is in it.";

/// Adds what UniFFI needs to an item. A class has nothing: `core/src/kits/mobile` writes it.
pub(crate) fn extend(options: &Options, mut item: Item) -> Item {
    let derive = match options.kind {
        Kind::Record => "#[derive(::uniffi::Record)]",
        Kind::Code | Kind::Union => "#[derive(::uniffi::Enum)]",
        Kind::Class => return item,
    };
    item.rewrite_docs(without_rust);
    // Enumerations without data have nothing to hide.
    if options.kind != Kind::Code && !item.derives("Debug") {
        item.add_to_doc(MASKED);
    }
    item.add_above(derive);
    for index in 0..item.fields.len() {
        if item.fields.get(index).is_some_and(Field::is_optional) {
            item.add_to_member(index, "#[uniffi(default = None)]");
        }
    }
    if options.kind == Kind::Code {
        add_spelling(&mut item);
    }
    item
}

fn add_spelling(item: &mut Item) {
    let text = format!(
        "#[::uniffi::export]
        impl {} {{
            /// The stable spelling: in JSON, in parameters, and as the key of the word in the texts.
            pub fn spelling(&self) -> ::std::string::String {{ self.as_str().to_owned() }}
        }}",
        item.name
    );
    item.add_below(&text);
}
