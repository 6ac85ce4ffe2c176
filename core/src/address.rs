//! Addresses that a card can be delivered to: SPEC section 4.

use crate::words::words;

words! {
    /// A region of Kazakhstan, by its ISO 3166-2 code (the list in force since 2022).
    Region {
        /// Abai region.
        Abai = "KZ-10",
        /// Aqmola region.
        Aqmola = "KZ-11",
        /// Aqtöbe region.
        Aqtobe = "KZ-15",
        /// Almaty region, without the city.
        AlmatyRegion = "KZ-19",
        /// Atyrau region.
        Atyrau = "KZ-23",
        /// West Kazakhstan region.
        WestKazakhstan = "KZ-27",
        /// Zhambyl region.
        Zhambyl = "KZ-31",
        /// Zhetisu region.
        Zhetisu = "KZ-33",
        /// Qaraghandy region.
        Qaraghandy = "KZ-35",
        /// Qostanay region.
        Qostanay = "KZ-39",
        /// Qyzylorda region.
        Qyzylorda = "KZ-43",
        /// Mangystau region.
        Mangystau = "KZ-47",
        /// Pavlodar region.
        Pavlodar = "KZ-55",
        /// North Kazakhstan region.
        NorthKazakhstan = "KZ-59",
        /// Türkistan region.
        Turkistan = "KZ-61",
        /// Ulytau region.
        Ulytau = "KZ-62",
        /// East Kazakhstan region.
        EastKazakhstan = "KZ-63",
        /// The city of Astana.
        Astana = "KZ-71",
        /// The city of Almaty.
        Almaty = "KZ-75",
        /// The city of Shymkent.
        Shymkent = "KZ-79",
    }
}
