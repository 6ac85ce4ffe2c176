"""Names that neither the specification nor core/vectors/README.md fixes.

If the library calls one of these otherwise, this file is the only place to change. The rules of
the oracle do not depend on them.
"""

# SPEC 7: "an illegal one is an error naming both".
EVENT_ILLEGAL = "EVENT_NOT_ALLOWED"

# SPEC 5, "Exempt from duty", in its order.
EXEMPTIONS = {
    "hero_soviet_union": "Heroes of the Soviet Union",
    "hero_socialist_labour": "Heroes of Socialist Labour",
    "order_of_glory": "holders of the Order of Glory of three degrees",
    "order_of_labour_glory": "holders of the Order of Labour Glory of three degrees",
    "altyn_kyran": 'holders of "Altyn Kyran"',
    "otan": 'holders of "Otan"',
    "khalyk_kaharmany": '"Khalyk Kaharmany"',
    "enbek_eri": '"Enbek Eri"',
    "mother_heroine": "mother-heroines",
    "altyn_alka": 'holders of "Altyn alka"',
    "kumis_alka": 'holders of "Kumis alka"',
    "war_veteran": "Great Patriotic War veterans",
    "equated_to_war_veteran": "those equated to them",
    "home_front_worker": "home-front workers",
    "combat_veteran": "veterans of hostilities in other states",
    "disability": "persons with disabilities",
    "parent_of_disabled_child": "one parent of a person with disability since childhood or of a "
                                "child with a disability",
    "care_home_resident": "elderly people in care homes",
    "orphan": "orphans in full state care",
    "chernobyl": "Chernobyl victims",
}
