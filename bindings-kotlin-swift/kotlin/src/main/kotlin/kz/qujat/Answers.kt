package kz.qujat

/** `true` if the card can be renewed online. */
public val Decision.isEligible: Boolean
    get() = this is Decision.Eligible
