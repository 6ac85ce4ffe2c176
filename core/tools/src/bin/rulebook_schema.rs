//! Prints the JSON Schema of rulebook files.
#![allow(clippy::print_stdout, reason = "printing is what it is for")]

fn main() {
    println!("{:#}", qujat::Rulebook::json_schema());
}
