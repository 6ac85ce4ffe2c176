"""Names that neither the specification nor core/vectors/README.md fixes.

If the library calls one of these otherwise, this file is the only place to change. The rules of
the oracle do not depend on them.
"""

# Specification section 7: "an illegal one is an error naming both".
EVENT_ILLEGAL = "EVENT_ILLEGAL"

# Specification section 5, "Exempt from duty", in its order.
EXEMPTIONS = {
    "hero": "Heroes of the Soviet Union and of Socialist Labour",
    "order_of_glory": "holders of the Orders of Glory and Labour Glory of three degrees",
    "highest_distinction": '"Altyn Kyran", "Otan", "Khalyk Kaharmany", "Enbek Eri"',
    "mother_heroine": 'mother-heroines and holders of "Altyn alka" and "Kumis alka"',
    "war_veteran": "Great Patriotic War veterans and those equated to them",
    "home_front_worker": "home-front workers",
    "disability": "persons with disabilities",
    "parent_of_disabled": "one parent of a person with disability since childhood",
    "elderly_in_care": "elderly people in care homes",
    "orphan": "orphans in full state care",
    "chernobyl": "Chernobyl victims",
}
