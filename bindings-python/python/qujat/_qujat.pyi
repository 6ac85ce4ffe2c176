"""
The native part of `qujat`; import `qujat` instead.
"""

from collections.abc import Mapping
from qujat._columns import ArrowArray, ArrowStream
from qujat._errors import Error
from qujat._words import ActionKind, AnnulmentReason, AppointmentStatus, Area, AssessmentOutcome, CardStatus, Channel, CheckKind, Code, ColourProfile, Confidence, Currency, DocumentKind, FeedbackAspect, FeedbackDimension, Ground, IdentificationKind, ImageFormat, Language, MeasureUnit, NoticeKind, ParamKind, PeriodLength, PersonalMetadata, Receiving, Region, Severity, Sex, SmsEncoding, SpecialDayKind, State, TransitionCondition, Verdict
import datetime as _datetime
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, final
from typing_extensions import disjoint_base


__all__ = [
    "Action",
    "Address",
    "Applicant",
    "Application",
    "ApplicationForm",
    "Applied",
    "Appointment",
    "Assessment",
    "Attempt",
    "Band",
    "Booking",
    "Calendar",
    "CardNumber",
    "Centre",
    "CentreDirectory",
    "Check",
    "Column",
    "DayHours",
    "DayRange",
    "DaysOff",
    "Decision",
    "DeliveryEstimate",
    "DeliveryTariff",
    "Email",
    "EmailAddress",
    "Event",
    "ExpeditedFees",
    "FaceOutline",
    "FaultInterval",
    "FaultQuery",
    "FaultStatement",
    "FeeInquiry",
    "Feedback",
    "FeedbackFigures",
    "FeedbackGroup",
    "FeedbackLimits",
    "FeedbackPeriod",
    "FeedbackShare",
    "FeedbackSummaries",
    "FeedbackSummary",
    "History",
    "Identification",
    "Iin",
    "ImageFile",
    "Inquiry",
    "LocalText",
    "NearbyCentre",
    "NearestQuery",
    "Notice",
    "NoticeData",
    "Overrides",
    "PaperRight",
    "ParamSpec",
    "Params",
    "PassportNumber",
    "PersonName",
    "Phone",
    "PhotoFingerprints",
    "PhotoReport",
    "PickupOffer",
    "PickupPlan",
    "Picture",
    "PixelBox",
    "PixelPoint",
    "Problem",
    "Push",
    "Quote",
    "QuoteLine",
    "ReadyDate",
    "Reason",
    "ReceivingChoice",
    "RegisterRecord",
    "Rulebook",
    "SignatureFingerprint",
    "SignatureReport",
    "Slot",
    "Sms",
    "SmsCount",
    "Source",
    "SpecialDay",
    "Spot",
    "Statement",
    "Strokes",
    "Table",
    "Texts",
    "TimeRange",
    "Timetable",
    "Transition",
    "Validation",
    "_build_info",
    "_code_area",
    "_code_example",
    "_code_meaning",
    "_code_params",
    "_code_severity",
    "_notice_params",
    "_quiet_panics",
    "_state_is_end",
    "_vocabulary",
    "count_sms",
    "lifecycle_diagram",
    "lifecycle_transitions",
    "mask_feedback",
]

@disjoint_base
class Action:
    """
    What happened to the application. In JSON the kind stands in the field `event`, beside
    the action's own fields.
    """
    def __copy__(self, /) -> Action: ...
    def __deepcopy__(self, /, memo: Any) -> Action: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    @property
    def kind(self, /) -> ActionKind:
        """
        Its kind.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """
    @final
    class Annulled(Action):
        """
        The review was failed. A new application is needed, and the duty is due again with it.
        """
        __match_args__: Final = ("reasons",)
        def __new__(cls, /, reasons: Sequence[AnnulmentReason | str]) -> Action.Annulled: ...
        @property
        def reasons(self, /) -> list[AnnulmentReason]:
            """
            What was wrong: one or two entries.
            """
    @final
    class Approved(Action):
        """
        The review was passed; the card is being made.
        """
        __match_args__: Final = ()
        def __new__(cls, /) -> Action.Approved: ...
    @final
    class Delivered(Action):
        """
        The courier handed the card to its holder.
        """
        __match_args__: Final = ()
        def __new__(cls, /) -> Action.Delivered: ...
    @final
    class DeliveryFailed(Action):
        """
        The courier could not hand the card over and brought it to a service centre.
        """
        __match_args__: Final = ("centre",)
        def __new__(cls, /, centre: str) -> Action.DeliveryFailed: ...
        @property
        def centre(self, /) -> str:
            """
            The centre where the card now lies.
            """
    @final
    class Filed(Action):
        """
        The applicant filed the application.
        """
        __match_args__: Final = ("receiving", "due", "channel", "identification")
        def __new__(cls, /, receiving: Receiving | str, due: Decimal | int, channel: Channel | str | None = None, identification: Identification | None = None) -> Action.Filed: ...
        @property
        def channel(self, /) -> Channel | None:
            """
            The channel it came through, if the portal tells.
            """
        @property
        def due(self, /) -> Decimal:
            """
            What is to be paid, in tenge; zero if nothing is.
            """
        @property
        def identification(self, /) -> Identification | None:
            """
            How the applicant was identified, if the portal tells.
            """
        @property
        def receiving(self, /) -> Receiving:
            """
            How the card will be received.
            """
    @final
    class HandedToCourier(Action):
        """
        The courier took the card.
        """
        __match_args__: Final = ()
        def __new__(cls, /) -> Action.HandedToCourier: ...
    @final
    class Issued(Action):
        """
        The service centre handed the card to its holder.
        """
        __match_args__: Final = ()
        def __new__(cls, /) -> Action.Issued: ...
    @final
    class Paid(Action):
        """
        The amount due was paid.
        """
        __match_args__: Final = ("amount",)
        def __new__(cls, /, amount: Decimal | int) -> Action.Paid: ...
        @property
        def amount(self, /) -> Decimal:
            """
            What was paid, in tenge: exactly what was due.
            """
    @final
    class ReadyForPickup(Action):
        """
        The card lies at the service centre.
        """
        __match_args__: Final = ("centre",)
        def __new__(cls, /, centre: str) -> Action.ReadyForPickup: ...
        @property
        def centre(self, /) -> str:
            """
            The centre.
            """
    @final
    class Registered(Action):
        """
        The application was registered.
        """
        __match_args__: Final = ("ticket",)
        def __new__(cls, /, ticket: str) -> Action.Registered: ...
        @property
        def ticket(self, /) -> str:
            """
            The number the applicant can ask by: 1 to 32 Latin letters, digits and hyphens.
            """
    @final
    class ReviewStarted(Action):
        """
        The migration service began its review.
        """
        __match_args__: Final = ()
        def __new__(cls, /) -> Action.ReviewStarted: ...
    @final
    class Withdrawn(Action):
        """
        The applicant withdrew the application.
        """
        __match_args__: Final = ()
        def __new__(cls, /) -> Action.Withdrawn: ...

@final
class Address:
    """
    A delivery address whose parts were checked. Texts are as they were typed, without spaces at
    their ends.

    It is personal data: `Debug` prints only its region. Reading it from JSON checks the region
    and the postcode, and takes the other parts as they are: their limits are the rulebook's.
    """
    __match_args__: Final = ('region', 'locality', 'street', 'building', 'flat', 'postcode')
    def __copy__(self, /) -> Address: ...
    def __deepcopy__(self, /, memo: Any) -> Address: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, region: Region | str, locality: str, building: str, postcode: str, *, street: str | None = None, flat: str | None = None) -> Address: ...
    def __repr__(self, /) -> str: ...
    @property
    def building(self, /) -> str:
        """
        The building's number.
        """
    @property
    def flat(self, /) -> str | None:
        """
        The flat's number; `None` for a house.
        """
    @property
    def locality(self, /) -> str:
        """
        The city, town or village.
        """
    @property
    def postcode(self, /) -> str:
        """
        The postcode.
        """
    @property
    def region(self, /) -> Region:
        """
        The region.
        """
    @property
    def street(self, /) -> str | None:
        """
        The street, or the microdistrict; `None` in a village whose houses have none.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class Applicant:
    """
    The applicant: the card's holder, who fills in the form personally.
    """
    __match_args__: Final = ('iin', 'surname', 'given_name', 'patronymic', 'phone', 'email')
    def __copy__(self, /) -> Applicant: ...
    def __deepcopy__(self, /, memo: Any) -> Applicant: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, iin: Iin, surname: PersonName, given_name: PersonName, phone: Phone, email: EmailAddress, *, patronymic: PersonName | None = None) -> Applicant: ...
    def __repr__(self, /) -> str: ...
    @property
    def email(self, /) -> EmailAddress:
        """
        The e-mail address for notices.
        """
    @property
    def given_name(self, /) -> PersonName:
        """
        The given name, as on the card.
        """
    @property
    def iin(self, /) -> Iin:
        """
        The individual identification number.
        """
    @property
    def patronymic(self, /) -> PersonName | None:
        """
        The patronymic, if the card has one.
        """
    @property
    def phone(self, /) -> Phone:
        """
        The mobile phone for contact and SMS.
        """
    @property
    def surname(self, /) -> PersonName:
        """
        The surname, as on the card.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class Application:
    """
    An application: its events so far, and the state they lead to.

    After `annulled` there is no way back: the applicant files a new application, and the duty is
    due again with it.
    """
    def __copy__(self, /) -> Application: ...
    def __deepcopy__(self, /, memo: Any) -> Application: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /) -> Application:
        """
        An application before its first event, which must be the filing.
        """
    def __reduce__(self, /) -> tuple[Any, tuple[list[Event]]]: ...
    def __repr__(self, /) -> str: ...
    def apply(self, /, event: Event) -> Applied:
        """
        Applies the next event, or refuses it and changes nothing.
        """
    @property
    def centre(self, /) -> str | None:
        """
        The centre where the card lies, or lay until it was handed over.
        """
    @property
    def due(self, /) -> Decimal | None:
        """
        What was to be paid at the filing, paid or not; `None` before the filing.
        """
    @property
    def events(self, /) -> list[Event]:
        """
        The events that changed it, in their order.
        """
    @property
    def filed_at(self, /) -> _datetime.datetime | None:
        """
        When it was filed; `None` before.
        """
    @property
    def history(self, /) -> History:
        """
        Its history, to be stored.
        """
    def permitted(self, /) -> list[ActionKind]:
        """
        The kinds of events that may come next, in the order of the table; none at an end.
        """
    @property
    def receiving(self, /) -> Receiving | None:
        """
        How the applicant wants to receive the card; `None` before the filing.
        """
    @property
    def registered_at(self, /) -> _datetime.datetime | None:
        """
        When it was registered; `None` before. The term of the service runs from then on.
        """
    @staticmethod
    def replay(events: Sequence[Event]) -> Application:
        """
        The application that these events lead to, in their order.
        """
    @property
    def state(self, /) -> State | None:
        """
        Where it stands; `None` before the filing.
        """
    @property
    def ticket(self, /) -> str | None:
        """
        The number it was registered under, once it has one.
        """

@final
class ApplicationForm:
    """
    An application whose every field was read and found good.
    """
    __match_args__: Final = ('number', 'language', 'channel', 'document', 'ground', 'card_number', 'expires_on', 'applicant', 'identification', 'photo', 'signature', 'receiving', 'exemption')
    def __copy__(self, /) -> ApplicationForm: ...
    def __deepcopy__(self, /, memo: Any) -> ApplicationForm: ...
    def __eq__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    @classmethod
    def __get_pydantic_json_schema__(cls, /, schema: Any, handler: Any) -> Any: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, number: str, language: Language | str, channel: Channel | str, document: DocumentKind | str, ground: Ground | str, expires_on: _datetime.date, applicant: Applicant, identification: Identification, photo: str, signature: str, receiving: ReceivingChoice, *, card_number: CardNumber | None = None, exemption: str | None = None) -> ApplicationForm: ...
    def __repr__(self, /) -> str: ...
    @property
    def applicant(self, /) -> Applicant:
        """
        Who applies.
        """
    @property
    def card_number(self, /) -> CardNumber | None:
        """
        The card's number, if the applicant gave it.
        """
    @property
    def channel(self, /) -> Channel:
        """
        Where it was filled in.
        """
    @property
    def document(self, /) -> DocumentKind:
        """
        The document to be replaced.
        """
    @property
    def exemption(self, /) -> str | None:
        """
        The category for which the duty is waived, if the applicant claims one.
        """
    @property
    def expires_on(self, /) -> _datetime.date:
        """
        The expiry date printed on the card.
        """
    @property
    def ground(self, /) -> Ground:
        """
        Why it is replaced.
        """
    @property
    def identification(self, /) -> Identification:
        """
        How the portal identified the applicant.
        """
    @property
    def language(self, /) -> Language:
        """
        The language of notices.
        """
    @property
    def number(self, /) -> str:
        """
        The portal's number for the application.
        """
    @property
    def photo(self, /) -> str:
        """
        The portal's reference to the photo.
        """
    @property
    def receiving(self, /) -> ReceivingChoice:
        """
        How to receive the card.
        """
    @property
    def signature(self, /) -> str:
        """
        The portal's reference to the signature sample.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class Applied:
    """
    What an event did.
    """
    __match_args__: Final = ('state', 'notices', 'changed')
    def __copy__(self, /) -> Applied: ...
    def __deepcopy__(self, /, memo: Any) -> Applied: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, state: State | str, notices: Sequence[NoticeKind | str], changed: bool) -> Applied: ...
    def __repr__(self, /) -> str: ...
    @property
    def changed(self, /) -> bool:
        """
        Whether it changed anything: `false` for an event that the history already holds.
        """
    @property
    def notices(self, /) -> list[NoticeKind]:
        """
        The notices to send, in this order; none if nothing changed.
        """
    @property
    def state(self, /) -> State:
        """
        The state after it.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class Appointment:
    """
    What an appointment's event says.
    """
    __match_args__: Final = ('application', 'sequence', 'status', 'centre', 'day', 'from_', 'until', 'stamp', 'language', 'summary', 'description', 'alarm_minutes', 'location', 'latitude', 'longitude')
    def __copy__(self, /) -> Appointment: ...
    def __deepcopy__(self, /, memo: Any) -> Appointment: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, application: str, sequence: int, status: AppointmentStatus | str, centre: str, day: _datetime.date, from_: _datetime.time, until: _datetime.time, stamp: _datetime.datetime, language: Language | str, summary: str, description: str, location: str, latitude: float, longitude: float, *, alarm_minutes: int | None = None) -> Appointment: ...
    def __repr__(self, /) -> str: ...
    @property
    def alarm_minutes(self, /) -> int | None:
        """
        Minutes before it begins at which a calendar is to remind of it; `None` for no alarm.
        """
    @property
    def application(self, /) -> str:
        """
        The application's number. The event's UID is made of it alone, so that a calendar keeps one
        event for the application's life, wherever and whenever the card is picked up.
        """
    @staticmethod
    def at_centre(offer: PickupOffer, centre: Centre, application: str, stamp: _datetime.datetime, language: Language | str, *, sequence: int = 0, status: AppointmentStatus | str = ...) -> Appointment:
        """
        The appointment that was offered at this centre, with the rulebook's texts and an alarm on the
        day before. `sequence` counts its changes.
        """
    @property
    def centre(self, /) -> str:
        """
        The centre.
        """
    @property
    def day(self, /) -> _datetime.date:
        """
        The civil date in Kazakhstan.
        """
    @property
    def description(self, /) -> str:
        """
        What to bring along, and so on; the rulebook's text with the old card and the number, if it is
        empty.
        """
    @property
    def from_(self, /) -> _datetime.time:
        """
        When it begins, in Kazakhstan's civil time.
        """
    @property
    def language(self, /) -> Language:
        """
        The language of the texts.
        """
    @property
    def latitude(self, /) -> float:
        """
        The centre's degrees north of the equator.
        """
    @property
    def location(self, /) -> str:
        """
        The centre's name and address.
        """
    @property
    def longitude(self, /) -> float:
        """
        The centre's degrees east of Greenwich.
        """
    @property
    def sequence(self, /) -> int:
        """
        How often the appointment was changed: 0 at first, one more for each move, and for being called
        off. Of two events a calendar keeps the one with the higher number.
        """
    @property
    def stamp(self, /) -> _datetime.datetime:
        """
        When the event is made.
        """
    @property
    def status(self, /) -> AppointmentStatus:
        """
        Whether it stands. An event that was called off takes the one before it out of the calendar.
        """
    @property
    def summary(self, /) -> str:
        """
        The title; the rulebook's text for picking up a card, if it is empty.
        """
    @property
    def until(self, /) -> _datetime.time:
        """
        When it ends, after `from`.
        """

@final
class Assessment:
    """
    Everything a portal needs to answer an application.
    """
    __match_args__: Final = ('outcome', 'application', 'on', 'edition', 'language', 'verified', 'decision', 'problems', 'quote', 'ready', 'pickup', 'delivery', 'photo', 'signature', 'paper', 'notices', 'next_events')
    def __copy__(self, /) -> Assessment: ...
    def __deepcopy__(self, /, memo: Any) -> Assessment: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, outcome: AssessmentOutcome | str, on: _datetime.date, edition: str, language: Language | str, verified: bool, problems: Sequence[Problem], notices: Sequence[Notice], next_events: Sequence[ActionKind | str], *, application: str | None = None, decision: Decision | None = None, quote: Quote | None = None, ready: ReadyDate | None = None, pickup: PickupPlan | None = None, delivery: DeliveryEstimate | None = None, photo: PhotoReport | None = None, signature: SignatureReport | None = None, paper: PaperRight | None = None) -> Assessment: ...
    def __repr__(self, /) -> str: ...
    @property
    def application(self, /) -> str | None:
        """
        The portal's number for the application; `None` if the form does not say.
        """
    @property
    def decision(self, /) -> Decision | None:
        """
        Whether the card can be renewed online; `None` if the form does not say enough.
        """
    @property
    def delivery(self, /) -> DeliveryEstimate | None:
        """
        When it is delivered, if it is.
        """
    @property
    def edition(self, /) -> str:
        """
        The edition of the rulebook that was used.
        """
    @property
    def language(self, /) -> Language:
        """
        The language of the notices: the form's, or Kazakh if the form does not say.
        """
    @property
    def next_events(self, /) -> list[ActionKind]:
        """
        The events that may happen next.
        """
    @property
    def notices(self, /) -> list[Notice]:
        """
        The notices to send now; none if the service is unavailable, and of an invalid form only that
        it may be filed on paper.
        """
    @property
    def on(self, /) -> _datetime.date:
        """
        The day asked about.
        """
    @property
    def outcome(self, /) -> AssessmentOutcome:
        """
        What came of it.
        """
    @property
    def paper(self, /) -> PaperRight | None:
        """
        Whether a technical fault allows filing on paper, if an attempt was given.
        """
    @property
    def photo(self, /) -> PhotoReport | None:
        """
        What the checks of the photo found, if it was given.
        """
    @property
    def pickup(self, /) -> PickupPlan | None:
        """
        Where and when to pick it up. `None` if no directory was given, or if every centre that is
        near enough is full: then `problems` has the warning `APPOINTMENT_OPEN`.
        """
    @property
    def problems(self, /) -> list[Problem]:
        """
        Everything wrong with the form, and what could not be answered. What the operator has to
        mend, and no applicant can, is told apart by `Code.is_gap`.
        """
    @property
    def quote(self, /) -> Quote | None:
        """
        What is to be paid; only if the decision is not a refusal.
        """
    @property
    def ready(self, /) -> ReadyDate | None:
        """
        When the card is ready; only if the decision is not a refusal.
        """
    @property
    def signature(self, /) -> SignatureReport | None:
        """
        What the checks of the signature sample found, if it was given.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """
    @property
    def verified(self, /) -> bool:
        """
        Whether the data were compared with the state register.
        """

@final
class Attempt:
    """
    The time during which one applicant tried to apply.
    """
    __match_args__: Final = ('from_', 'to')
    def __copy__(self, /) -> Attempt: ...
    def __deepcopy__(self, /, memo: Any) -> Attempt: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, from_: _datetime.datetime, to: _datetime.datetime) -> Attempt: ...
    def __repr__(self, /) -> str: ...
    @property
    def from_(self, /) -> _datetime.datetime:
        """
        When the applicant began.
        """
    @property
    def to(self, /) -> _datetime.datetime:
        """
        When the applicant gave up, or the moment asked about (exclusive).
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class Band:
    """
    The limits of one measure, in its unit; each is inclusive: the value itself is good. A limit
    that is absent does not exist.
    """
    __match_args__: Final = ('source', 'fail_below', 'warn_below', 'warn_above', 'fail_above')
    def __copy__(self, /) -> Band: ...
    def __deepcopy__(self, /, memo: Any) -> Band: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, source: str, *, fail_below: int | None = None, warn_below: int | None = None, warn_above: int | None = None, fail_above: int | None = None) -> Band: ...
    def __repr__(self, /) -> str: ...
    @property
    def fail_above(self, /) -> int | None:
        """
        Higher values fail.
        """
    @property
    def fail_below(self, /) -> int | None:
        """
        Lower values fail.
        """
    @property
    def source(self, /) -> str:
        """
        The name of the source in `sources` that says so.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """
    @property
    def warn_above(self, /) -> int | None:
        """
        Higher values are warned of.
        """
    @property
    def warn_below(self, /) -> int | None:
        """
        Lower values are warned of.
        """

@final
class Booking:
    """
    Places that are taken already, as the caller's records say: the library keeps no state.
    """
    __match_args__: Final = ('centre', 'day', 'time', 'count')
    def __copy__(self, /) -> Booking: ...
    def __deepcopy__(self, /, memo: Any) -> Booking: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, centre: str, day: _datetime.date, time: _datetime.time, count: int) -> Booking: ...
    def __repr__(self, /) -> str: ...
    @property
    def centre(self, /) -> str:
        """
        The centre.
        """
    @property
    def count(self, /) -> int:
        """
        How many places are taken. Bookings of one slot add up.
        """
    @property
    def day(self, /) -> _datetime.date:
        """
        The day.
        """
    @staticmethod
    def list_from_json(json: str | bytes | bytearray | memoryview) -> list[Booking]:
        """
        Reads a list of bookings from JSON.
        """
    @property
    def time(self, /) -> _datetime.time:
        """
        The time, which counts for the slot that it lies in.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class Calendar:
    """
    The working days of a rulebook.
    """
    def __copy__(self, /) -> Calendar: ...
    def __deepcopy__(self, /, memo: Any) -> Calendar: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, rules: Rulebook) -> Calendar:
        """
        The calendar of a rulebook; `Rulebook.calendar` is the same.
        """
    def __repr__(self, /) -> str: ...
    def add_working_days(self, /, day: _datetime.date, count: int) -> _datetime.date:
        """
        The `count`-th working day after `day`, which is itself not counted; for 0, `day`.
        """
    @property
    def covered(self, /) -> DayRange | None:
        """
        The days that are covered, or `None` if no day is.
        """
    def days_off(self, /, year: int) -> DaysOff:
        """
        The special days of a year: days off from Monday to Friday, days declared working, and why.
        """
    def is_working_day(self, /, day: _datetime.date) -> bool:
        """
        Whether this is a working day.
        """
    def special_days(self, /, day: _datetime.date) -> list[SpecialDay]:
        """
        What is special about this day; empty for an ordinary one.
        """
    def working_days_between(self, /, from_day: _datetime.date, to_day: _datetime.date) -> int:
        """
        How many working days there are after `from_day`, up to `to_day` inclusive.
        """

@final
class CardNumber:
    """
    The number of an identity card: 9 ASCII digits.

    It is personal data: `Debug` prints only its last two digits.
    """
    __match_args__: Final = ('value',)
    def __copy__(self, /) -> CardNumber: ...
    def __deepcopy__(self, /, memo: Any) -> CardNumber: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __ge__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    @classmethod
    def __get_pydantic_json_schema__(cls, /, schema: Any, handler: Any) -> Any: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __gt__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __le__(self, value: object, /) -> bool: ...
    def __lt__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, text: str) -> CardNumber:
        """
        Reads the text.
        """
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def value(self, /) -> str:
        """
        The whole text. Not for logs.
        """

@final
class Centre:
    """
    A public service centre, where cards are picked up.

    A centre from a `CentreDirectory` or from `Centre.from_json` is
    checked. For one that was made otherwise, see `Centre.problems`.
    """
    __match_args__: Final = ('id', 'name', 'address', 'region', 'latitude', 'longitude', 'services', 'timetable', 'handing_out', 'overrides', 'slot_minutes', 'capacity')
    def __copy__(self, /) -> Centre: ...
    def __deepcopy__(self, /, memo: Any) -> Centre: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, id: str, name: LocalText, address: LocalText, region: Region | str, latitude: float, longitude: float, services: Sequence[str], timetable: Timetable, overrides: Overrides, slot_minutes: int, capacity: int, *, handing_out: Timetable | None = None) -> Centre: ...
    def __repr__(self, /) -> str: ...
    @property
    def address(self, /) -> LocalText:
        """
        Where it is.
        """
    @property
    def capacity(self, /) -> int:
        """
        How many applicants a slot takes, 1 to 1000.
        """
    @staticmethod
    def from_json(json: str | bytes | bytearray | memoryview) -> Centre:
        """
        Reads one centre from JSON and checks it.
        """
    def gives(self, /, service: str) -> bool:
        """
        Whether the centre gives this service.
        """
    @property
    def handing_out(self, /) -> Timetable | None:
        """
        When it hands cards out, if not all the time that it is open.
        """
    def hours_on(self, /, day: _datetime.date, calendar: Calendar) -> list[TimeRange]:
        """
        When the centre is open on this day; empty if it is closed.
        """
    @property
    def id(self, /) -> str:
        """
        The identifier, one of a kind in its directory.
        """
    @property
    def latitude(self, /) -> float:
        """
        Degrees north of the equator, −90 to 90.
        """
    @property
    def longitude(self, /) -> float:
        """
        Degrees east of Greenwich, −180 to 180.
        """
    @property
    def name(self, /) -> LocalText:
        """
        What it is called.
        """
    @property
    def overrides(self, /) -> Overrides:
        """
        The dates with hours of their own.
        """
    def problems(self, /) -> list[Problem]:
        """
        What is wrong with this centre; empty for one from a directory.
        """
    @property
    def region(self, /) -> Region:
        """
        The region it is in.
        """
    @property
    def services(self, /) -> list[str]:
        """
        What it does. Only a centre with `handing_out` has slots.
        """
    @property
    def slot_minutes(self, /) -> int:
        """
        The length of a slot in minutes, 1 to 480.
        """
    @property
    def timetable(self, /) -> Timetable:
        """
        When it is open.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class CentreDirectory:
    """
    A directory of centres, all checked, sorted by their identifiers.

    There is no open list of centres: the directory is the caller's data. Its JSON is
    `{"about": …, "centres": […]}`, where `about` is free text.
    """
    def __copy__(self, /) -> CentreDirectory: ...
    def __deepcopy__(self, /, memo: Any) -> CentreDirectory: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __len__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, centres: Sequence[Centre]) -> CentreDirectory:
        """
        A directory of these centres.
        """
    def __reduce__(self, /) -> tuple[Any, tuple[str | None, list[Centre]]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(about: str | None, centres: Sequence[Centre]) -> CentreDirectory: ...
    @property
    def about(self, /) -> str | None:
        """
        What the file says of itself, such as that its centres are invented.
        """
    def centre(self, /, id: str) -> Centre:
        """
        The centre with this identifier; `CENTRE_UNKNOWN` if there is none.
        """
    @property
    def centres(self, /) -> list[Centre]:
        """
        All centres, sorted by their identifiers.
        """
    @staticmethod
    def from_json(json: str | bytes | bytearray | memoryview) -> CentreDirectory:
        """
        Reads a directory from JSON.
        """

@final
class Check:
    """
    One check of a photo or of a signature sample.
    """
    __match_args__: Final = ('kind', 'verdict', 'measured', 'unit', 'limits', 'reason')
    def __copy__(self, /) -> Check: ...
    def __deepcopy__(self, /, memo: Any) -> Check: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, kind: CheckKind | str, verdict: Verdict | str, unit: MeasureUnit | str, reason: Reason, *, measured: int | None = None, limits: Band | None = None) -> Check: ...
    def __repr__(self, /) -> str: ...
    @property
    def kind(self, /) -> CheckKind:
        """
        What was checked.
        """
    @property
    def limits(self, /) -> Band | None:
        """
        The rulebook's limits; `None` for checks without a figure.
        """
    @property
    def measured(self, /) -> int | None:
        """
        The value measured, in `unit`; `None` if there is none.
        """
    @property
    def reason(self, /) -> Reason:
        """
        Why, and what the applicant can do about it: `CHECK_PASSED`, `CHECK_NOT_DONE`, or the code of
        what is wrong.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """
    @property
    def unit(self, /) -> MeasureUnit:
        """
        The unit of `measured` and of the limits.
        """
    @property
    def verdict(self, /) -> Verdict:
        """
        What came of it.
        """

@final
class Column:
    """
    A column of answers. It goes without a copy into whatever reads the Arrow PyCapsule interface, such
    as `pyarrow.array(column)` or `polars.Series(column)`.
    """
    def __arrow_c_array__(self, /, requested_schema: Any | None = None) -> tuple[object, object]:
        """
        The type and the values, as capsules. Another type than its own is not given.
        """
    def __arrow_c_schema__(self, /) -> object:
        """
        The type of the values, as a capsule.
        """
    def __len__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    @property
    def null_count(self, /) -> int:
        """
        How many rows have no value.
        """

@final
class DayHours:
    """
    The hours of one date, in place of those that its weekday has.
    """
    __match_args__: Final = ('day', 'hours')
    def __copy__(self, /) -> DayHours: ...
    def __deepcopy__(self, /, memo: Any) -> DayHours: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, day: _datetime.date, hours: Sequence[TimeRange]) -> DayHours: ...
    def __repr__(self, /) -> str: ...
    @property
    def day(self, /) -> _datetime.date:
        """
        The date.
        """
    @property
    def hours(self, /) -> list[TimeRange]:
        """
        Its hours; none: closed.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class DayRange:
    """
    A range of days, both ends inclusive.
    """
    __match_args__: Final = ('first', 'last')
    def __contains__(self, day: _datetime.date, /) -> bool: ...
    def __copy__(self, /) -> DayRange: ...
    def __deepcopy__(self, /, memo: Any) -> DayRange: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, first: _datetime.date, last: _datetime.date) -> DayRange: ...
    def __repr__(self, /) -> str: ...
    @property
    def first(self, /) -> _datetime.date:
        """
        The first day of the range.
        """
    def intersection(self, /, other: DayRange) -> DayRange | None:
        """
        The days that both ranges hold, or `None` if there are none.
        """
    @property
    def last(self, /) -> _datetime.date:
        """
        The last day of the range, which belongs to it.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class DaysOff:
    """
    The days off and the days declared working of one year.
    """
    __match_args__: Final = ('year', 'days', 'worked', 'special')
    def __copy__(self, /) -> DaysOff: ...
    def __deepcopy__(self, /, memo: Any) -> DaysOff: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, year: int, days: Sequence[_datetime.date], worked: Sequence[_datetime.date], special: Sequence[SpecialDay]) -> DaysOff: ...
    def __repr__(self, /) -> str: ...
    @property
    def days(self, /) -> list[_datetime.date]:
        """
        The days off that fall Monday to Friday, in order.
        """
    @property
    def special(self, /) -> list[SpecialDay]:
        """
        Every special day of the year with its cause, in order; holidays on a weekend as well.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """
    @property
    def worked(self, /) -> list[_datetime.date]:
        """
        The days off that are declared working, in order.
        """
    @property
    def year(self, /) -> int:
        """
        The year.
        """

@disjoint_base
class Decision:
    """
    The answer to an `Inquiry`.
    """
    def __copy__(self, /) -> Decision: ...
    def __deepcopy__(self, /, memo: Any) -> Decision: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    @property
    def is_eligible(self, /) -> bool:
        """
        Whether the card can be renewed online.
        """
    def to_json(self, /) -> str:
        """
        The decision as JSON text.
        """
    def why(self, /) -> list[Reason]:
        """
        Why: the failed checks, or `ELIGIBLE`.
        """
    @final
    class Eligible(Decision):
        """
        The card can be renewed online today.
        """
        __match_args__: Final = ("days_left", "online", "again", "source", "edition")
        def __new__(cls, /, days_left: int, online: DayRange, again: DayRange | None, source: str, edition: str) -> Decision.Eligible: ...
        @property
        def again(self, /) -> DayRange | None:
            """
            The next such days after these, if there are any: after a pause of the pilot, or a change
            of the rules.
            """
        @property
        def days_left(self, /) -> int:
            """
            Calendar days from today to the expiry date; negative after it.
            """
        @property
        def edition(self, /) -> str:
            """
            The edition of the rulebook that says so.
            """
        @property
        def online(self, /) -> DayRange:
            """
            The days around today on which this card can be renewed online, both ends inclusive: by all
            rules that are known, on every day of them and not on the day before or after.
            """
        @property
        def source(self, /) -> str:
            """
            The source of the window.
            """
    @final
    class Refused(Decision):
        """
        It cannot: «оформление не доступно, обратитесь в ЦОН».
        """
        __match_args__: Final = ("days_left", "online", "again", "reasons", "edition")
        def __new__(cls, /, days_left: int, online: DayRange | None, again: DayRange | None, reasons: Sequence[Reason], edition: str) -> Decision.Refused: ...
        @property
        def again(self, /) -> DayRange | None:
            """
            The next such days after these, if there are any.
            """
        @property
        def days_left(self, /) -> int:
            """
            Calendar days from today to the expiry date; negative after it.
            """
        @property
        def edition(self, /) -> str:
            """
            The edition of the rulebook that says so.
            """
        @property
        def online(self, /) -> DayRange | None:
            """
            The next days on which this card can be renewed online, both ends inclusive, by all rules
            that are known; after all of them, the last ones. `None` if there are none, and for a card
            that is refused for its status or holder, or for a document or ground that will not be
            served either.
            """
        @property
        def reasons(self, /) -> list[Reason]:
            """
            Every check that failed, in the order of SPEC section 3; at least one.
            """

@final
class DeliveryEstimate:
    """
    When a card is likely to be delivered.
    """
    __match_args__: Final = ('zone', 'day', 'working_days', 'reason')
    def __copy__(self, /) -> DeliveryEstimate: ...
    def __deepcopy__(self, /, memo: Any) -> DeliveryEstimate: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, zone: str, day: _datetime.date, working_days: int, reason: Reason) -> DeliveryEstimate: ...
    def __repr__(self, /) -> str: ...
    @property
    def day(self, /) -> _datetime.date:
        """
        The day.
        """
    @property
    def reason(self, /) -> Reason:
        """
        `DELIVERY_ESTIMATED`, with the source of the term.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """
    @property
    def working_days(self, /) -> int:
        """
        The working days counted.
        """
    @property
    def zone(self, /) -> str:
        """
        The zone's name in the rulebook.
        """

@final
class DeliveryTariff:
    """
    What holds for delivery to a region on a day.
    """
    __match_args__: Final = ('zone', 'title', 'working_days', 'fee', 'illustrative', 'source')
    def __copy__(self, /) -> DeliveryTariff: ...
    def __deepcopy__(self, /, memo: Any) -> DeliveryTariff: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, zone: str, title: LocalText, working_days: int, fee: Decimal | int, illustrative: bool, source: str) -> DeliveryTariff: ...
    def __repr__(self, /) -> str: ...
    @property
    def fee(self, /) -> Decimal:
        """
        What it costs.
        """
    @property
    def illustrative(self, /) -> bool:
        """
        Whether the tariff is an illustration and no published price.
        """
    @property
    def source(self, /) -> str:
        """
        The source that says so.
        """
    @property
    def title(self, /) -> LocalText:
        """
        What the zone is called.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """
    @property
    def working_days(self, /) -> int:
        """
        Working days that delivery takes, the first of them after the day the card is ready.
        """
    @property
    def zone(self, /) -> str:
        """
        The zone's name in the rulebook.
        """

@final
class Email:
    """
    An e-mail. Subject and text are plain; the HTML says the same as the text.
    """
    __match_args__: Final = ('subject', 'text', 'html')
    def __copy__(self, /) -> Email: ...
    def __deepcopy__(self, /, memo: Any) -> Email: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, subject: str, text: str, html: str) -> Email: ...
    def __repr__(self, /) -> str: ...
    @property
    def html(self, /) -> str:
        """
        A complete HTML document, with everything escaped.
        """
    @property
    def subject(self, /) -> str:
        """
        The subject: one line, without control characters, so that it cannot add a header.
        """
    @property
    def text(self, /) -> str:
        """
        The plain text; an empty line parts two paragraphs.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class EmailAddress:
    """
    An e-mail address: its local part as given, its domain in lower-case ASCII form (IDNA).

    The local part is an ASCII dot-atom of at most 64 octets: letters outside ASCII before the `@`
    need SMTPUTF8, which too few mail servers on the way offer for notices to be sure to arrive. The
    domain may be written in any script (UTS 46, non-transitional); it has at least two labels of
    letters, digits and inner hyphens, of which the last is not all digits. Display names, comments,
    IP literals and quoted local parts are refused, each with its own code. Spaces at the ends
    (Unicode's `White_Space`), which keyboards of phones add, are left out.

    It is personal data: `Debug` prints only its first character and its top-level domain.
    """
    __match_args__: Final = ('value',)
    def __copy__(self, /) -> EmailAddress: ...
    def __deepcopy__(self, /, memo: Any) -> EmailAddress: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __ge__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    @classmethod
    def __get_pydantic_json_schema__(cls, /, schema: Any, handler: Any) -> Any: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __gt__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __le__(self, value: object, /) -> bool: ...
    def __lt__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, text: str) -> EmailAddress:
        """
        Reads the text.
        """
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def value(self, /) -> str:
        """
        The whole text. Not for logs.
        """

@final
class Event:
    """
    One dated event of an application.
    """
    __match_args__: Final = ('id', 'at', 'action')
    def __copy__(self, /) -> Event: ...
    def __deepcopy__(self, /, memo: Any) -> Event: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, id: str, at: _datetime.datetime, action: Action) -> Event: ...
    def __repr__(self, /) -> str: ...
    @property
    def action(self, /) -> Action:
        """
        What happened.
        """
    @property
    def at(self, /) -> _datetime.datetime:
        """
        When it happened.
        """
    @staticmethod
    def from_json(json: str | bytes | bytearray | memoryview) -> Event:
        """
        Reads an event from JSON.
        """
    @property
    def id(self, /) -> str:
        """
        The event's identifier, unique within the application: 1 to 64 printable ASCII characters.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class ExpeditedFees:
    """
    What expedited issuance costs at a service centre, by the category of urgency. It is not offered
    online, so no quote has it; a portal can tell an applicant who is in a hurry.
    """
    __match_args__: Final = ('category_1', 'category_2', 'category_3', 'source', 'edition')
    def __copy__(self, /) -> ExpeditedFees: ...
    def __deepcopy__(self, /, memo: Any) -> ExpeditedFees: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, category_1: Decimal | int, category_2: Decimal | int, category_3: Decimal | int, source: str, edition: str) -> ExpeditedFees: ...
    def __repr__(self, /) -> str: ...
    @property
    def category_1(self, /) -> Decimal:
        """
        The fee of category 1.
        """
    @property
    def category_2(self, /) -> Decimal:
        """
        The fee of category 2.
        """
    @property
    def category_3(self, /) -> Decimal:
        """
        The fee of category 3.
        """
    @property
    def edition(self, /) -> str:
        """
        The edition of the rulebook that was used.
        """
    @property
    def source(self, /) -> str:
        """
        The source that says so.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class FaceOutline:
    """
    What was found of a face, to be drawn over the photo. Left and right are those of the picture.
    """
    __match_args__: Final = ('face', 'left_eye', 'right_eye', 'chin', 'crown', 'outline')
    def __copy__(self, /) -> FaceOutline: ...
    def __deepcopy__(self, /, memo: Any) -> FaceOutline: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, face: PixelBox, left_eye: PixelPoint, right_eye: PixelPoint, chin: PixelPoint, crown: PixelPoint, outline: Sequence[PixelPoint]) -> FaceOutline: ...
    def __repr__(self, /) -> str: ...
    @property
    def chin(self, /) -> PixelPoint:
        """
        The chin.
        """
    @property
    def crown(self, /) -> PixelPoint:
        """
        The crown, as estimated from eyes and chin.
        """
    @property
    def face(self, /) -> PixelBox:
        """
        The box around the face.
        """
    @property
    def left_eye(self, /) -> PixelPoint:
        """
        The centre of the eye at the left.
        """
    @property
    def outline(self, /) -> list[PixelPoint]:
        """
        The outline of the face, around it once.
        """
    @property
    def right_eye(self, /) -> PixelPoint:
        """
        The centre of the eye at the right.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class FaultInterval:
    """
    A time during which a channel did not work.
    """
    __match_args__: Final = ('from_', 'to', 'channel', 'reference')
    def __copy__(self, /) -> FaultInterval: ...
    def __deepcopy__(self, /, memo: Any) -> FaultInterval: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, from_: _datetime.datetime, channel: Channel | str, reference: str, *, to: _datetime.datetime | None = None) -> FaultInterval: ...
    def __repr__(self, /) -> str: ...
    @property
    def channel(self, /) -> Channel:
        """
        The channel that it hit.
        """
    @property
    def from_(self, /) -> _datetime.datetime:
        """
        When the fault began.
        """
    @property
    def reference(self, /) -> str:
        """
        The operator's name for the fault: 1 to 64 Latin letters, digits and hyphens.
        """
    @property
    def to(self, /) -> _datetime.datetime | None:
        """
        When it was over (exclusive); `None` while it lasts.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class FaultQuery:
    """
    An attempt and the faults known for that time, as one JSON document.
    """
    __match_args__: Final = ('attempt', 'faults', 'known_until', 'number', 'expires_on')
    def __copy__(self, /) -> FaultQuery: ...
    def __deepcopy__(self, /, memo: Any) -> FaultQuery: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, attempt: Attempt, faults: Sequence[FaultInterval], *, known_until: _datetime.datetime | None = None, number: str | None = None, expires_on: _datetime.date | None = None) -> FaultQuery: ...
    def __repr__(self, /) -> str: ...
    @property
    def attempt(self, /) -> Attempt:
        """
        The attempt.
        """
    @property
    def expires_on(self, /) -> _datetime.date | None:
        """
        The expiry date printed on the card, if the statement is to say whether the card could
        be renewed online on the day of the attempt.
        """
    @property
    def faults(self, /) -> list[FaultInterval]:
        """
        The faults, in any order.
        """
    @staticmethod
    def from_json(json: str | bytes | bytearray | memoryview) -> FaultQuery:
        """
        Reads an attempt and the faults from JSON.
        """
    @property
    def known_until(self, /) -> _datetime.datetime | None:
        """
        Until when faults are known: one without an end lasts until then. The attempt's end, if
        it is left out or earlier.
        """
    @property
    def number(self, /) -> str | None:
        """
        The number of the statement, which the caller gives: 1 to 64 Latin letters, digits and
        hyphens.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class FaultStatement:
    """
    The continuous fault that gives the right to file on paper, as a service centre can be shown it.
    """
    __match_args__: Final = ('number', 'from_', 'to', 'duration_seconds', 'channels', 'references', 'day', 'decision', 'reason')
    def __copy__(self, /) -> FaultStatement: ...
    def __deepcopy__(self, /, memo: Any) -> FaultStatement: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, from_: _datetime.datetime, to: _datetime.datetime, duration_seconds: int, channels: Sequence[Channel | str], references: Sequence[str], day: _datetime.date, reason: Reason, *, number: str | None = None, decision: Decision | None = None) -> FaultStatement: ...
    def __repr__(self, /) -> str: ...
    @property
    def channels(self, /) -> list[Channel]:
        """
        The channels it hit.
        """
    @property
    def day(self, /) -> _datetime.date:
        """
        The civil day in Kazakhstan on which the attempt began.
        """
    @property
    def decision(self, /) -> Decision | None:
        """
        Whether the card could be renewed online on that day; `None` if its expiry date is not known.
        """
    @property
    def duration_seconds(self, /) -> int:
        """
        Seconds from `from` to `to`; one that has begun counts, so that a fault over the limit is
        never said to be as long as it.
        """
    @property
    def from_(self, /) -> _datetime.datetime:
        """
        When the fault began; the attempt's beginning, if that is later and only the attempt counts.
        """
    @property
    def number(self, /) -> str | None:
        """
        Its number, if the caller gave one.
        """
    @property
    def reason(self, /) -> Reason:
        """
        `FAULT_STATEMENT`: all of it as one text.
        """
    @property
    def references(self, /) -> list[str]:
        """
        The operator's names for the faults in it, the earliest first, each once.
        """
    @property
    def to(self, /) -> _datetime.datetime:
        """
        When it ended (exclusive); the attempt's end, if that is earlier and only the attempt counts.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class FeeInquiry:
    """
    What a fee is asked for.
    """
    __match_args__: Final = ('document', 'pages', 'ground', 'on', 'exemption', 'deliver_to')
    def __copy__(self, /) -> FeeInquiry: ...
    def __deepcopy__(self, /, memo: Any) -> FeeInquiry: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, document: DocumentKind | str, ground: Ground | str, on: _datetime.date, *, pages: int | None = None, exemption: str | None = None, deliver_to: Region | str | None = None) -> FeeInquiry: ...
    def __repr__(self, /) -> str: ...
    @property
    def deliver_to(self, /) -> Region | None:
        """
        The region to deliver to; `None` if the applicant picks the card up.
        """
    @property
    def document(self, /) -> DocumentKind:
        """
        The document to be issued.
        """
    @property
    def exemption(self, /) -> str | None:
        """
        A category of persons who pay no duty, such as `disability`, if the applicant claims one.
        """
    @property
    def ground(self, /) -> Ground:
        """
        Why it is issued.
        """
    @property
    def on(self, /) -> _datetime.date:
        """
        The day of filing, on which the duty depends.
        """
    @property
    def pages(self, /) -> int | None:
        """
        The pages of a passport; `None` for an identity card.
        """
    @staticmethod
    def renewal(on: _datetime.date) -> FeeInquiry:
        """
        The renewal of an identity card filed on a day, without exemption and delivery.
        """

@final
class Feedback:
    """
    One person's feedback: ratings within the limits, and texts already masked.

    `Debug` does not show the texts, since people write about people.
    """
    __match_args__: Final = ('application', 'overall', 'speed', 'clarity', 'courtesy', 'comment', 'suggestion', 'channel', 'region', 'at')
    def __copy__(self, /) -> Feedback: ...
    def __deepcopy__(self, /, memo: Any) -> Feedback: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, overall: int, channel: Channel | str, at: _datetime.datetime, *, application: str | None = None, speed: int | None = None, clarity: int | None = None, courtesy: int | None = None, comment: str | None = None, suggestion: str | None = None, region: str | None = None) -> Feedback: ...
    def __repr__(self, /) -> str: ...
    @property
    def application(self, /) -> str | None:
        """
        The number of the application it belongs to; `None` if it is anonymous.
        """
    @property
    def at(self, /) -> _datetime.datetime:
        """
        When it was given.
        """
    @property
    def channel(self, /) -> Channel:
        """
        The channel the person used.
        """
    @property
    def clarity(self, /) -> int | None:
        """
        The rating of its clarity.
        """
    @property
    def comment(self, /) -> str | None:
        """
        A comment, masked; `None` if there is none, or nothing but spaces.
        """
    @property
    def courtesy(self, /) -> int | None:
        """
        The rating of its courtesy.
        """
    @staticmethod
    def from_json(json: str | bytes | bytearray | memoryview, limits: FeedbackLimits) -> Feedback:
        """
        Reads feedback from JSON under these limits; its texts are cleaned and masked.
        """
    @property
    def overall(self, /) -> int:
        """
        The rating of the service as a whole, from 1 (worst) to 5 (best).
        """
    @property
    def region(self, /) -> str | None:
        """
        The person's region by its ISO 3166-2 code, such as `KZ-75`.
        """
    @property
    def speed(self, /) -> int | None:
        """
        The rating of its speed.
        """
    @property
    def suggestion(self, /) -> str | None:
        """
        A suggestion, masked; `None` if there is none, or nothing but spaces.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class FeedbackFigures:
    """
    The figures of one aspect.
    """
    __match_args__: Final = ('count', 'distribution', 'mean', 'csat_percent')
    def __copy__(self, /) -> FeedbackFigures: ...
    def __deepcopy__(self, /, memo: Any) -> FeedbackFigures: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, count: int, distribution: Sequence[int], *, mean: str | None = None, csat_percent: str | None = None) -> FeedbackFigures: ...
    def __repr__(self, /) -> str: ...
    @property
    def count(self, /) -> int:
        """
        How many ratings there are.
        """
    @property
    def csat_percent(self, /) -> str | None:
        """
        The share of ratings 4 and 5 in percent (CSAT), with 2 places, rounded half up; `None`
        without ratings.
        """
    @property
    def distribution(self, /) -> list[int]:
        """
        How often each rating was given, from 1 to 5: five numbers.
        """
    @property
    def mean(self, /) -> str | None:
        """
        The mean as a decimal with 4 places, rounded half up; `None` without ratings.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class FeedbackGroup:
    """
    The summary of the feedback that one period, channel and region have in common.
    """
    __match_args__: Final = ('period', 'channel', 'region', 'summary')
    def __copy__(self, /) -> FeedbackGroup: ...
    def __deepcopy__(self, /, memo: Any) -> FeedbackGroup: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, period: FeedbackPeriod, channel: Channel | str, summary: FeedbackSummary, *, region: str | None = None) -> FeedbackGroup: ...
    def __repr__(self, /) -> str: ...
    @property
    def channel(self, /) -> Channel:
        """
        The channel.
        """
    @property
    def period(self, /) -> FeedbackPeriod:
        """
        The day or the month.
        """
    @property
    def region(self, /) -> str | None:
        """
        The region's ISO 3166-2 code; `None` for feedback without a region.
        """
    @property
    def summary(self, /) -> FeedbackSummary:
        """
        The ratings.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class FeedbackLimits:
    """
    What a feedback form may hold: see the rulebook's section `feedback`.
    """
    __match_args__: Final = ('rating_min', 'rating_max', 'max_characters', 'source')
    def __copy__(self, /) -> FeedbackLimits: ...
    def __deepcopy__(self, /, memo: Any) -> FeedbackLimits: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, rating_min: int, rating_max: int, max_characters: int, source: str) -> FeedbackLimits: ...
    def __repr__(self, /) -> str: ...
    @property
    def max_characters(self, /) -> int:
        """
        The longest comment or suggestion, in characters (Unicode scalar values).
        """
    @property
    def rating_max(self, /) -> int:
        """
        The best rating, inclusive; at most 5.
        """
    @property
    def rating_min(self, /) -> int:
        """
        The worst rating, inclusive; at least 1.
        """
    @property
    def source(self, /) -> str:
        """
        The source of these limits.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class FeedbackPeriod:
    """
    A day or a month; it prints and parses as `2026-02-10` or `2026-02`.
    """
    def __copy__(self, /) -> FeedbackPeriod: ...
    def __deepcopy__(self, /, memo: Any) -> FeedbackPeriod: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __ge__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __gt__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __le__(self, value: object, /) -> bool: ...
    def __lt__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, text: str) -> FeedbackPeriod:
        """
        Reads `YYYY-MM-DD` or `YYYY-MM`.
        """
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def first_day(self, /) -> _datetime.date:
        """
        Its first day.
        """
    @property
    def length(self, /) -> PeriodLength:
        """
        How long it is.
        """
    @staticmethod
    def of(day: _datetime.date, length: PeriodLength | str) -> FeedbackPeriod:
        """
        The period of this length that holds the day.
        """

@final
class FeedbackShare:
    """
    The summary of one value of a dimension.
    """
    __match_args__: Final = ('value', 'summary')
    def __copy__(self, /) -> FeedbackShare: ...
    def __deepcopy__(self, /, memo: Any) -> FeedbackShare: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, summary: FeedbackSummary, *, value: str | None = None) -> FeedbackShare: ...
    def __repr__(self, /) -> str: ...
    @property
    def summary(self, /) -> FeedbackSummary:
        """
        The ratings.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """
    @property
    def value(self, /) -> str | None:
        """
        The period, channel or region; `None` for feedback without a region.
        """

@final
class FeedbackSummaries:
    """
    Summaries of many groups, which merge like `FeedbackSummary` itself: associative,
    commutative, and with the empty ones as identity.

    In JSON they are `{"groups": [{"period", "channel", "region", "summary"}]}`, sorted.
    """
    def __copy__(self, /) -> FeedbackSummaries: ...
    def __deepcopy__(self, /, memo: Any) -> FeedbackSummaries: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /) -> FeedbackSummaries:
        """
        No summaries yet.
        """
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    def add(self, /, feedback: Feedback, length: PeriodLength | str, *, utc_offset_minutes: int = 300) -> None:
        """
        Adds feedback to the group of its period, channel and region. The period is that of the civil
        date at this offset from UTC in minutes.
        """
    def by(self, /, dimension: FeedbackDimension | str) -> list[FeedbackShare]:
        """
        The summaries by one dimension, whatever the others are, sorted by its values.
        """
    @staticmethod
    def from_json(json: str | bytes | bytearray | memoryview) -> FeedbackSummaries:
        """
        Reads summaries that were written as JSON. Groups that appear twice are added up.
        """
    def groups(self, /) -> list[FeedbackGroup]:
        """
        All groups, sorted by period, channel and region.
        """
    def merge(self, /, other: FeedbackSummaries) -> FeedbackSummaries:
        """
        The summaries of both.
        """
    def to_json(self, /) -> str:
        """
        The summaries as JSON text.
        """
    def total(self, /) -> FeedbackSummary:
        """
        The summary of all groups.
        """

@final
class FeedbackSummary:
    """
    Ratings added up, in a form that can be added up further.

    `FeedbackSummary.merge` is associative and commutative, and the empty summary changes
    nothing, so that summaries computed on several machines give exactly the summary of all. In
    JSON it is `{"overall": […], "speed": […], "clarity": […], "courtesy": […]}`, each a list of how
    often 1 to 5 was given.
    """
    def __copy__(self, /) -> FeedbackSummary: ...
    def __deepcopy__(self, /, memo: Any) -> FeedbackSummary: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /) -> FeedbackSummary:
        """
        The summary of no ratings.
        """
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    def figures(self, /, aspect: FeedbackAspect | str) -> FeedbackFigures:
        """
        The figures of an aspect.
        """
    @staticmethod
    def from_json(json: str | bytes | bytearray | memoryview) -> FeedbackSummary:
        """
        Reads a summary that was written as JSON, on another machine for example.
        """
    def merge(self, /, other: FeedbackSummary) -> FeedbackSummary:
        """
        The summary of both.
        """
    @staticmethod
    def of_ratings(ratings: Sequence[int]) -> FeedbackSummary:
        """
        The summary of overall ratings from 1 to 5.
        """
    def to_json(self, /) -> str:
        """
        The summary as JSON text.
        """
    def with_feedback(self, /, feedback: Feedback) -> FeedbackSummary:
        """
        The summary with one person's ratings added.
        """

@final
class History:
    """
    The events of an application, as they are stored: `{"events": […]}`.
    """
    __match_args__: Final = ('events',)
    def __copy__(self, /) -> History: ...
    def __deepcopy__(self, /, memo: Any) -> History: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, events: Sequence[Event]) -> History: ...
    def __repr__(self, /) -> str: ...
    @property
    def events(self, /) -> list[Event]:
        """
        The events, the earliest first.
        """
    @staticmethod
    def from_json(json: str | bytes | bytearray | memoryview) -> History:
        """
        Reads a history from JSON. It is not replayed yet.
        """
    def replay(self, /) -> Application:
        """
        The application that it leads to.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class Identification:
    """
    How the portal identified the applicant: the kind, and the portal's own reference to it.

    Identification itself is the portal's business; the reference is never interpreted, and
    `Debug` does not show it.
    """
    __match_args__: Final = ('kind', 'reference')
    def __copy__(self, /) -> Identification: ...
    def __deepcopy__(self, /, memo: Any) -> Identification: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, kind: IdentificationKind | str, reference: str) -> Identification: ...
    def __repr__(self, /) -> str: ...
    @property
    def kind(self, /) -> IdentificationKind:
        """
        The means.
        """
    @property
    def reference(self, /) -> str:
        """
        The portal's reference: 1 to 64 Latin letters, digits and hyphens between them.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class Iin:
    """
    An individual identification number: 12 ASCII digits, the last of which fits the others.

    The first six are the birth date (`YYMMDD`), the seventh gives its century and the holder's sex,
    four are a serial number, and the last is the check digit.

    It is personal data: `Debug` and `Display` print only its last two digits, `**********07`. The whole
    number comes from `Iin.as_str` and from serialization alone. A number in JSON is read back as
    `Iin.parse_lenient` reads it.
    """
    __match_args__: Final = ('value',)
    def __copy__(self, /) -> Iin: ...
    def __deepcopy__(self, /, memo: Any) -> Iin: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __ge__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    @classmethod
    def __get_pydantic_json_schema__(cls, /, schema: Any, handler: Any) -> Any: ...
    def __gt__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __le__(self, value: object, /) -> bool: ...
    def __lt__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, text: str) -> Iin:
        """
        Reads the text.
        """
    def __reduce__(self, /) -> tuple[Any, tuple[str]]:
        """
        By `_restore`: the constructor would refuse a number that was read leniently.
        """
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @staticmethod
    def _restore(text: str) -> Iin: ...
    @property
    def birth_date(self, /) -> _datetime.date | None:
        """
        The birth date, or `None` if the number's first seven digits give none.
        """
    def check_born_by(self, /, on: _datetime.date) -> None:
        """
        Raises `IIN_BORN_AFTER` if the birth date is after `on`.
        """
    @staticmethod
    def parse_lenient(text: str) -> tuple[Iin, Reason | None]:
        """
        Reads an IIN by the check digit alone: an impossible birth date or an unassigned seventh
        digit comes back as a finding beside the number.
        """
    @property
    def sex(self, /) -> Sex | None:
        """
        The holder's sex, or `None` if the seventh digit is not 1 to 6.
        """
    @property
    def value(self, /) -> str:
        """
        The whole text. Not for logs.
        """

@final
class ImageFile:
    """
    What a file says of its picture, read without decoding it.
    """
    __match_args__: Final = ('format', 'width', 'height', 'orientation', 'greyscale', 'alpha', 'progressive', 'quality', 'personal', 'profile')
    def __copy__(self, /) -> ImageFile: ...
    def __deepcopy__(self, /, memo: Any) -> ImageFile: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, format: ImageFormat | str, width: int, height: int, orientation: int, greyscale: bool, alpha: bool, progressive: bool, personal: Sequence[PersonalMetadata | str], profile: ColourProfile | str, *, quality: int | None = None) -> ImageFile: ...
    def __repr__(self, /) -> str: ...
    @property
    def alpha(self, /) -> bool:
        """
        Whether pixels can be transparent; they are laid on white.
        """
    @property
    def format(self, /) -> ImageFormat:
        """
        The format, by the first bytes.
        """
    @property
    def greyscale(self, /) -> bool:
        """
        Whether the file has no colours at all.
        """
    @property
    def height(self, /) -> int:
        """
        Pixels from top to bottom, when the picture is upright.
        """
    @property
    def orientation(self, /) -> int:
        """
        The EXIF orientation, 1 to 8: how the stored picture is turned to stand upright. 1 if the
        file does not say.
        """
    @property
    def personal(self, /) -> list[PersonalMetadata]:
        """
        What the file tells of persons, places and devices, in the order of the vocabulary.
        """
    @property
    def profile(self, /) -> ColourProfile:
        """
        The colour profile.
        """
    @property
    def progressive(self, /) -> bool:
        """
        Whether the picture comes in passes: a progressive JPEG, an interlaced PNG.
        """
    @property
    def quality(self, /) -> int | None:
        """
        The quality of a JPEG, 1 to 100, on the scale of the Independent JPEG Group. `None` if its
        quantisation tables are none of the 100 of that scale, and for PNG.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """
    @property
    def width(self, /) -> int:
        """
        Pixels from left to right, when the picture is upright.
        """

@final
class Inquiry:
    """
    What is asked: a document, why it is replaced, and what is known about the card.
    """
    __match_args__: Final = ('document', 'ground', 'expires_on', 'status', 'is_holder')
    def __copy__(self, /) -> Inquiry: ...
    def __deepcopy__(self, /, memo: Any) -> Inquiry: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, document: DocumentKind | str, ground: Ground | str, expires_on: _datetime.date, *, status: CardStatus | str | None = None, is_holder: bool | None = None) -> Inquiry: ...
    def __repr__(self, /) -> str: ...
    @property
    def document(self, /) -> DocumentKind:
        """
        The document to be replaced.
        """
    @property
    def expires_on(self, /) -> _datetime.date:
        """
        The expiry date printed on it.
        """
    @property
    def ground(self, /) -> Ground:
        """
        Why it is replaced.
        """
    @property
    def is_holder(self, /) -> bool | None:
        """
        Whether the register says that it is the applicant's own, if the register was asked.
        """
    @staticmethod
    def renewal(expires_on: _datetime.date) -> Inquiry:
        """
        An identity card that is replaced because it expires, with nothing known from the register.
        """
    @property
    def status(self, /) -> CardStatus | None:
        """
        Its status in the state register, if the register was asked.
        """

@final
class LocalText:
    """
    A text in the three languages, each of at most 1000 characters in a file.
    """
    __match_args__: Final = ('kk', 'ru', 'en')
    def __copy__(self, /) -> LocalText: ...
    def __deepcopy__(self, /, memo: Any) -> LocalText: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, kk: str, ru: str, en: str) -> LocalText: ...
    def __repr__(self, /) -> str: ...
    @property
    def en(self, /) -> str:
        """
        English.
        """
    def get(self, /, language: Language | str) -> str:
        """
        The text in this language.
        """
    @property
    def kk(self, /) -> str:
        """
        Kazakh, in Cyrillic.
        """
    @property
    def ru(self, /) -> str:
        """
        Russian.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class NearbyCentre:
    """
    A centre and how far it is.
    """
    __match_args__: Final = ('centre', 'metres')
    def __copy__(self, /) -> NearbyCentre: ...
    def __deepcopy__(self, /, memo: Any) -> NearbyCentre: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, centre: str, metres: int) -> NearbyCentre: ...
    def __repr__(self, /) -> str: ...
    @property
    def centre(self, /) -> str:
        """
        The centre.
        """
    @property
    def metres(self, /) -> int:
        """
        The great-circle distance in whole metres.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class NearestQuery:
    """
    Where to look for centres, and for which ones.
    """
    __match_args__: Final = ('latitude', 'longitude', 'region', 'service', 'on')
    def __copy__(self, /) -> NearestQuery: ...
    def __deepcopy__(self, /, memo: Any) -> NearestQuery: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, latitude: float, longitude: float, *, region: Region | str | None = None, service: str | None = None, on: _datetime.date | None = None) -> NearestQuery: ...
    def __repr__(self, /) -> str: ...
    @property
    def latitude(self, /) -> float:
        """
        Degrees north of the equator, −90 to 90.
        """
    @property
    def longitude(self, /) -> float:
        """
        Degrees east of Greenwich, −180 to 180.
        """
    @property
    def on(self, /) -> _datetime.date | None:
        """
        Only centres that are open on this day.
        """
    @property
    def region(self, /) -> Region | None:
        """
        Only centres in this region.
        """
    @property
    def service(self, /) -> str | None:
        """
        Only centres that give this service.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class Notice:
    """
    A notice in one language, ready to be sent by every channel.
    """
    __match_args__: Final = ('kind', 'language', 'sms', 'email', 'push')
    def __copy__(self, /) -> Notice: ...
    def __deepcopy__(self, /, memo: Any) -> Notice: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, kind: NoticeKind | str, language: Language | str, sms: Sms, email: Email, push: Push) -> Notice: ...
    def __repr__(self, /) -> str: ...
    @property
    def email(self, /) -> Email:
        """
        The e-mail.
        """
    @property
    def kind(self, /) -> NoticeKind:
        """
        What it is about.
        """
    @property
    def language(self, /) -> Language:
        """
        The language of all its texts.
        """
    @property
    def push(self, /) -> Push:
        """
        The notification.
        """
    @property
    def sms(self, /) -> Sms:
        """
        The short message.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@disjoint_base
class NoticeData:
    """
    A notice's kind together with the data that its texts need: none can be forgotten.

    Data that somebody typed may be passed as they are; they are made safe when printed.
    """
    def __copy__(self, /) -> NoticeData: ...
    def __deepcopy__(self, /, memo: Any) -> NoticeData: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def from_json(kind: NoticeKind | str, json: str | bytes | bytearray | memoryview) -> NoticeData:
        """
        Reads the data of this kind of notice from a JSON object with its variables.
        """
    @property
    def kind(self, /) -> NoticeKind:
        """
        What the notice is about.
        """
    @final
    class Annulled(NoticeData):
        """
        The photo or the signature did not pass the review: a new application is needed.
        """
        __match_args__: Final = ("application", "reasons")
        def __new__(cls, /, application: str, reasons: Sequence[str]) -> NoticeData.Annulled: ...
        @property
        def application(self, /) -> str:
            """
            The application's number.
            """
        @property
        def reasons(self, /) -> list[str]:
            """
            Why, in the notice's language; each reason gets a line of its own.
            """
    @final
    class CentreReminder(NoticeData):
        """
        The card expires soon or has expired, and cannot be renewed online on the day of the reminder.
        """
        __match_args__: Final = ("expires_on",)
        def __new__(cls, /, expires_on: _datetime.date) -> NoticeData.CentreReminder: ...
        @property
        def expires_on(self, /) -> _datetime.date:
            """
            The day on which it expires.
            """
    @final
    class Delivered(NoticeData):
        """
        The card has been delivered.
        """
        __match_args__: Final = ("application",)
        def __new__(cls, /, application: str) -> NoticeData.Delivered: ...
        @property
        def application(self, /) -> str:
            """
            The application's number.
            """
    @final
    class DeliveryFailed(NoticeData):
        """
        The delivery failed, and the card waits at a service centre.
        """
        __match_args__: Final = ("application", "centre", "address")
        def __new__(cls, /, application: str, centre: str, address: str) -> NoticeData.DeliveryFailed: ...
        @property
        def address(self, /) -> str:
            """
            The service centre's address.
            """
        @property
        def application(self, /) -> str:
            """
            The application's number.
            """
        @property
        def centre(self, /) -> str:
            """
            The service centre's name.
            """
    @final
    class ExpiredReminder(NoticeData):
        """
        The card expires today or has expired, and can still be renewed online.
        """
        __match_args__: Final = ("expires_on", "last_day")
        def __new__(cls, /, expires_on: _datetime.date, last_day: _datetime.date) -> NoticeData.ExpiredReminder: ...
        @property
        def expires_on(self, /) -> _datetime.date:
            """
            The day on which it expires.
            """
        @property
        def last_day(self, /) -> _datetime.date:
            """
            The last day on which it can be renewed online.
            """
    @final
    class ExpiryReminder(NoticeData):
        """
        The card expires soon, and can be renewed online.
        """
        __match_args__: Final = ("expires_on", "days_left", "last_day")
        def __new__(cls, /, expires_on: _datetime.date, days_left: int, last_day: _datetime.date) -> NoticeData.ExpiryReminder: ...
        @property
        def days_left(self, /) -> int:
            """
            Calendar days until then.
            """
        @property
        def expires_on(self, /) -> _datetime.date:
            """
            The day on which it expires.
            """
        @property
        def last_day(self, /) -> _datetime.date:
            """
            The last day on which it can be renewed online.
            """
    @final
    class FeedbackInvitation(NoticeData):
        """
        The service is over; how was it?
        """
        __match_args__: Final = ("application",)
        def __new__(cls, /, application: str) -> NoticeData.FeedbackInvitation: ...
        @property
        def application(self, /) -> str:
            """
            The application's number.
            """
    @final
    class InProduction(NoticeData):
        """
        The card is being made.
        """
        __match_args__: Final = ("application", "ready_on")
        def __new__(cls, /, application: str, ready_on: _datetime.date) -> NoticeData.InProduction: ...
        @property
        def application(self, /) -> str:
            """
            The application's number.
            """
        @property
        def ready_on(self, /) -> _datetime.date:
            """
            The day by which the card will be ready.
            """
    @final
    class PaperFilingAllowed(NoticeData):
        """
        A technical fault lasted so long that the application may be filed on paper.
        """
        __match_args__: Final = ("day", "minutes", "seconds", "reference")
        def __new__(cls, /, day: _datetime.date, minutes: int, seconds: int, reference: str) -> NoticeData.PaperFilingAllowed: ...
        @property
        def day(self, /) -> _datetime.date:
            """
            The day of the fault.
            """
        @property
        def minutes(self, /) -> int:
            """
            How long it lasted, in whole minutes.
            """
        @property
        def reference(self, /) -> str:
            """
            The reference of the statement that the service centre can be shown.
            """
        @property
        def seconds(self, /) -> int:
            """
            The seconds beyond them.
            """
    @final
    class PaymentDue(NoticeData):
        """
        The state duty, or the delivery, is to be paid.
        """
        __match_args__: Final = ("application", "amount")
        def __new__(cls, /, application: str, amount: Decimal | int) -> NoticeData.PaymentDue: ...
        @property
        def amount(self, /) -> Decimal:
            """
            How much.
            """
        @property
        def application(self, /) -> str:
            """
            The application's number.
            """
    @final
    class PickupReminder(NoticeData):
        """
        The appointment is near.
        """
        __match_args__: Final = ("application", "day", "time", "centre", "address")
        def __new__(cls, /, application: str, day: _datetime.date, time: str, centre: str, address: str) -> NoticeData.PickupReminder: ...
        @property
        def address(self, /) -> str:
            """
            The service centre's address.
            """
        @property
        def application(self, /) -> str:
            """
            The application's number.
            """
        @property
        def centre(self, /) -> str:
            """
            The service centre's name.
            """
        @property
        def day(self, /) -> _datetime.date:
            """
            The day of the appointment.
            """
        @property
        def time(self, /) -> str:
            """
            The time of the appointment, such as `09:30`.
            """
    @final
    class Ready(NoticeData):
        """
        The card can be picked up.
        """
        __match_args__: Final = ("application", "day", "time", "centre", "address")
        def __new__(cls, /, application: str, day: _datetime.date, time: str, centre: str, address: str) -> NoticeData.Ready: ...
        @property
        def address(self, /) -> str:
            """
            The service centre's address.
            """
        @property
        def application(self, /) -> str:
            """
            The application's number.
            """
        @property
        def centre(self, /) -> str:
            """
            The service centre's name.
            """
        @property
        def day(self, /) -> _datetime.date:
            """
            The day of the appointment.
            """
        @property
        def time(self, /) -> str:
            """
            The time of the appointment, such as `09:30`.
            """
    @final
    class Received(NoticeData):
        """
        The application has been received.
        """
        __match_args__: Final = ("application", "filed_on")
        def __new__(cls, /, application: str, filed_on: _datetime.date) -> NoticeData.Received: ...
        @property
        def application(self, /) -> str:
            """
            The application's number.
            """
        @property
        def filed_on(self, /) -> _datetime.date:
            """
            The day on which it was filed.
            """
    @final
    class Refused(NoticeData):
        """
        The card cannot be renewed online. The texts begin with the service's verbatim notice.
        """
        __match_args__: Final = ("reasons",)
        def __new__(cls, /, reasons: Sequence[str]) -> NoticeData.Refused: ...
        @property
        def reasons(self, /) -> list[str]:
            """
            Why, in the notice's language; each reason gets a line of its own.
            """
    @final
    class Registered(NoticeData):
        """
        The application is complete and registered.
        """
        __match_args__: Final = ("application", "ready_on")
        def __new__(cls, /, application: str, ready_on: _datetime.date) -> NoticeData.Registered: ...
        @property
        def application(self, /) -> str:
            """
            The application's number.
            """
        @property
        def ready_on(self, /) -> _datetime.date:
            """
            The day by which the card will be ready.
            """
    @final
    class WithCourier(NoticeData):
        """
        The card is on its way.
        """
        __match_args__: Final = ("application", "day")
        def __new__(cls, /, application: str, day: _datetime.date) -> NoticeData.WithCourier: ...
        @property
        def application(self, /) -> str:
            """
            The application's number.
            """
        @property
        def day(self, /) -> _datetime.date:
            """
            The day on which it is expected to arrive.
            """
    @final
    class Withdrawn(NoticeData):
        """
        The applicant has withdrawn the application.
        """
        __match_args__: Final = ("application",)
        def __new__(cls, /, application: str) -> NoticeData.Withdrawn: ...
        @property
        def application(self, /) -> str:
            """
            The application's number.
            """

@final
class Overrides:
    """
    Dates with hours of their own: short days, duty Saturdays, days closed. In JSON it is an object
    from date to ranges: `{"2026-03-14": [{"from": "09:00", "until": "13:00"}], "2026-04-01": []}`.
    """
    __match_args__: Final = ('days',)
    def __copy__(self, /) -> Overrides: ...
    def __deepcopy__(self, /, memo: Any) -> Overrides: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, days: Sequence[DayHours]) -> Overrides: ...
    def __repr__(self, /) -> str: ...
    @property
    def days(self, /) -> list[DayHours]:
        """
        The dates, each once; at most 1000.
        """
    def on(self, /, day: _datetime.date) -> list[TimeRange] | None:
        """
        The hours of this date, if it has hours of its own.
        """

@final
class PaperRight:
    """
    Whether a fault gives the right to file on paper.
    """
    __match_args__: Final = ('paper', 'longest_seconds', 'statement', 'reason')
    def __copy__(self, /) -> PaperRight: ...
    def __deepcopy__(self, /, memo: Any) -> PaperRight: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, paper: bool, longest_seconds: int, reason: Reason, *, statement: FaultStatement | None = None) -> PaperRight: ...
    def __repr__(self, /) -> str: ...
    @property
    def longest_seconds(self, /) -> int:
        """
        The longest continuous fault that counts, in whole seconds, rounded down.
        """
    @property
    def paper(self, /) -> bool:
        """
        Whether the applicant may file on paper.
        """
    @property
    def reason(self, /) -> Reason:
        """
        `PAPER_ALLOWED` or `PAPER_NOT_ALLOWED`, with the figures.
        """
    @property
    def statement(self, /) -> FaultStatement | None:
        """
        What to show at the service centre; `None` without the right.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class ParamSpec:
    """
    One parameter that a code promises.
    """
    def __copy__(self, /) -> ParamSpec: ...
    def __deepcopy__(self, /, memo: Any) -> ParamSpec: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(code_or_kind: str, name: str) -> ParamSpec: ...
    @property
    def kind(self, /) -> ParamKind:
        """
        What it holds.
        """
    @property
    def name(self, /) -> str:
        """
        The name, in snake_case.
        """

@final
class Params:
    """
    Named parameters, in the order in which the catalogue lists them.
    """
    def __contains__(self, name: Any, /) -> bool: ...
    def __copy__(self, /) -> Params: ...
    def __deepcopy__(self, /, memo: Any) -> Params: ...
    def __eq__(self, other: object, /) -> bool:
        """
        Equal to parameters, and to any mapping with the same names and values.
        """
    def __getitem__(self, name: str, /) -> Any: ...
    def __hash__(self, /) -> int: ...
    def __iter__(self, /) -> Iterator[str]: ...
    def __len__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[Any, tuple[Any, ...]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(entries: Sequence[tuple[str, ParamKind | str, Any]]) -> Params:
        """
        From names, kinds and values, as `__reduce__` gives them. A name that no code has is left out.
        """
    def get(self, /, name: str, default: Any | None = None) -> Any | None:
        """
        The value with this name, or `default`.
        """
    def items(self, /) -> list[tuple[str, Any]]:
        """
        Names with their values.
        """
    def keys(self, /) -> list[str]:
        """
        The names, in the catalogue's order.
        """
    @staticmethod
    def of(code: Code | str, values: Mapping[str, Any]) -> Params:
        """
        The parameters of a code from a mapping of names to values. All that the code has must be
        there, and no others.
        """
    def to_json(self, /) -> str:
        """
        The parameters as JSON text: dates and amounts as strings.
        """
    def values(self, /) -> list[Any]:
        """
        The values, in the order of the names.
        """

@final
class PassportNumber:
    """
    The number of a passport: `N` and 8 ASCII digits.

    It is personal data: `Debug` prints only its last two digits.
    """
    __match_args__: Final = ('value',)
    def __copy__(self, /) -> PassportNumber: ...
    def __deepcopy__(self, /, memo: Any) -> PassportNumber: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __ge__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    @classmethod
    def __get_pydantic_json_schema__(cls, /, schema: Any, handler: Any) -> Any: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __gt__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __le__(self, value: object, /) -> bool: ...
    def __lt__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, text: str) -> PassportNumber:
        """
        Reads the text.
        """
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def value(self, /) -> str:
        """
        The whole text. Not for logs.
        """

@final
class PersonName:
    """
    A surname, a given name or a patronymic in Kazakh or Russian Cyrillic, in Unicode's normal form
    NFC.

    Between two letters may stand one hyphen (`-`), one space, or one apostrophe (`'`, `’` or `ʼ`).
    Letter case stays as typed. Of what somebody types, spaces at the ends are left out, and several in
    a row (of any kind, Unicode's `White_Space`) become one; a name read by its form alone has none too
    many.

    It is personal data: `Debug` prints nothing of it.
    """
    __match_args__: Final = ('value',)
    def __copy__(self, /) -> PersonName: ...
    def __deepcopy__(self, /, memo: Any) -> PersonName: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __ge__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    @classmethod
    def __get_pydantic_json_schema__(cls, /, schema: Any, handler: Any) -> Any: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __gt__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __le__(self, value: object, /) -> bool: ...
    def __lt__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, text: str) -> PersonName:
        """
        Reads the text.
        """
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    def is_same(self, /, other: PersonName) -> bool:
        """
        Whether both are the same name, whatever the case of their letters.
        """
    @property
    def value(self, /) -> str:
        """
        The whole text. Not for logs.
        """

@final
class Phone:
    """
    A Kazakhstan mobile number in E.164 form, such as `+77011234567`.

    It is read from `+7…`, `8…` or `7…` and ten more ASCII digits, or from the ten digits alone, if
    their range is in use. Between them may stand spaces (also non-breaking ones), single dashes
    (hyphens, and the dashes U+2010 to U+2014), and brackets in pairs around digits; spaces of any kind
    at the ends are left out. The ranges come from the rulebook; numbers are portable, so nothing says
    which operator it is.

    It is personal data: `Debug` prints only its country code and last two digits.
    """
    __match_args__: Final = ('value',)
    def __copy__(self, /) -> Phone: ...
    def __deepcopy__(self, /, memo: Any) -> Phone: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __ge__(self, value: object, /) -> bool: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, /, source: Any, handler: Any) -> Any: ...
    @classmethod
    def __get_pydantic_json_schema__(cls, /, schema: Any, handler: Any) -> Any: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __gt__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __le__(self, value: object, /) -> bool: ...
    def __lt__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, text: str) -> Phone:
        """
        Reads the text.
        """
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def value(self, /) -> str:
        """
        The whole text. Not for logs.
        """

@final
class PhotoFingerprints:
    """
    Checksums of what was worked on: where two machines agree on them, they saw the same picture.
    They are CRC-32 of ISO 3309; `None` for what there was not.
    """
    __match_args__: Final = ('pixels', 'luminance', 'face')
    def __copy__(self, /) -> PhotoFingerprints: ...
    def __deepcopy__(self, /, memo: Any) -> PhotoFingerprints: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, *, pixels: int | None = None, luminance: int | None = None, face: int | None = None) -> PhotoFingerprints: ...
    def __repr__(self, /) -> str: ...
    @property
    def face(self, /) -> int | None:
        """
        Of the points of the face, in 16ths of a pixel: each `x`, `y` and `z` as four bytes, the
        lowest first.
        """
    @property
    def luminance(self, /) -> int | None:
        """
        Of the luminance of the picture on which light and background are measured.
        """
    @property
    def pixels(self, /) -> int | None:
        """
        Of the decoded pixels: upright, red, green and blue of each in turn.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class PhotoReport:
    """
    The report on a photo.
    """
    __match_args__: Final = ('verdict', 'profile', 'edition', 'file', 'checks', 'face', 'crop', 'fingerprints')
    def __copy__(self, /) -> PhotoReport: ...
    def __deepcopy__(self, /, memo: Any) -> PhotoReport: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, verdict: Verdict | str, profile: str, edition: str, checks: Sequence[Check], fingerprints: PhotoFingerprints, *, file: ImageFile | None = None, face: FaceOutline | None = None, crop: PixelBox | None = None) -> PhotoReport: ...
    def __repr__(self, /) -> str: ...
    @property
    def checks(self, /) -> list[Check]:
        """
        Every check, always the same ones in the same order.
        """
    @property
    def crop(self, /) -> PixelBox | None:
        """
        The part of the picture, at 3:4, that would have the head in the right size and place; only
        if it is not so already and the picture is large enough.
        """
    @property
    def edition(self, /) -> str:
        """
        The edition of the rulebook that was used.
        """
    @property
    def face(self, /) -> FaceOutline | None:
        """
        Where the face is, if exactly one was found.
        """
    @property
    def file(self, /) -> ImageFile | None:
        """
        What the file is; `None` if it is not accepted.
        """
    @property
    def fingerprints(self, /) -> PhotoFingerprints:
        """
        Checksums of what was worked on.
        """
    @property
    def profile(self, /) -> str:
        """
        The profile of limits that was used.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """
    @property
    def verdict(self, /) -> Verdict:
        """
        All checks together: see `Verdict`.
        """

@final
class PickupOffer:
    """
    An appointment that is offered.
    """
    __match_args__: Final = ('centre', 'day', 'time', 'until', 'free', 'reason')
    def __copy__(self, /) -> PickupOffer: ...
    def __deepcopy__(self, /, memo: Any) -> PickupOffer: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, centre: str, day: _datetime.date, time: _datetime.time, until: _datetime.time, free: int, reason: Reason) -> PickupOffer: ...
    def __repr__(self, /) -> str: ...
    @property
    def centre(self, /) -> str:
        """
        The centre.
        """
    @property
    def day(self, /) -> _datetime.date:
        """
        The day.
        """
    @property
    def free(self, /) -> int:
        """
        How many places it had free.
        """
    @property
    def reason(self, /) -> Reason:
        """
        `PICKUP_OFFERED`, with the source of the rule by which it was looked for.
        """
    @property
    def time(self, /) -> _datetime.time:
        """
        When the slot begins.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """
    @property
    def until(self, /) -> _datetime.time:
        """
        When it ends (exclusive).
        """

@final
class PickupPlan:
    """
    Where and when the card can be picked up.
    """
    __match_args__: Final = ('offer', 'metres', 'slots')
    def __copy__(self, /) -> PickupPlan: ...
    def __deepcopy__(self, /, memo: Any) -> PickupPlan: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, offer: PickupOffer, slots: Sequence[Slot], *, metres: int | None = None) -> PickupPlan: ...
    def __repr__(self, /) -> str: ...
    @property
    def metres(self, /) -> int | None:
        """
        How far the centre is, in metres: from the spot in the form, or from the chosen centre that is
        full. `None` at the chosen centre.
        """
    @property
    def offer(self, /) -> PickupOffer:
        """
        The first free slot on or after the first day on which the card can be picked up, with the
        centre: the chosen or the nearest one, or the next nearest if that one is full.
        """
    @property
    def slots(self, /) -> list[Slot]:
        """
        All free slots of that day, in the order of time.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class Picture:
    """
    A decoded picture: upright, on white.
    """
    __match_args__: Final = ('width', 'height', 'rgb')
    def __copy__(self, /) -> Picture: ...
    def __deepcopy__(self, /, memo: Any) -> Picture: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, width: int, height: int, rgb: bytes | bytearray | memoryview) -> Picture: ...
    def __repr__(self, /) -> str: ...
    @property
    def height(self, /) -> int:
        """
        Rows.
        """
    @property
    def rgb(self, /) -> bytes:
        """
        Red, green and blue of each pixel in turn, 0 to 255, row by row from the top.
        """
    @property
    def width(self, /) -> int:
        """
        Pixels in a row.
        """

@final
class PixelBox:
    """
    A rectangle of the upright picture, in whole pixels; it may lie outside in part.
    """
    __match_args__: Final = ('left', 'top', 'width', 'height')
    def __copy__(self, /) -> PixelBox: ...
    def __deepcopy__(self, /, memo: Any) -> PixelBox: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, left: int, top: int, width: int, height: int) -> PixelBox: ...
    def __repr__(self, /) -> str: ...
    @property
    def height(self, /) -> int:
        """
        Rows.
        """
    @property
    def left(self, /) -> int:
        """
        The first column.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """
    @property
    def top(self, /) -> int:
        """
        The first row.
        """
    @property
    def width(self, /) -> int:
        """
        Columns.
        """

@final
class PixelPoint:
    """
    A place in the upright picture, in whole pixels from its left upper corner; it may lie outside.
    """
    __match_args__: Final = ('x', 'y')
    def __copy__(self, /) -> PixelPoint: ...
    def __deepcopy__(self, /, memo: Any) -> PixelPoint: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, x: int, y: int) -> PixelPoint: ...
    def __repr__(self, /) -> str: ...
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """
    @property
    def x(self, /) -> int:
        """
        To the right.
        """
    @property
    def y(self, /) -> int:
        """
        Downwards.
        """

@final
class Problem:
    """
    A reason at a place in the input.
    """
    __match_args__: Final = ('code', 'severity', 'pointer', 'params', 'source')
    def __copy__(self, /) -> Problem: ...
    def __deepcopy__(self, /, memo: Any) -> Problem: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, code: Code | str, severity: Severity | str, pointer: str, params: Params, *, source: str | None = None) -> Problem: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str:
        """
        The code, its place and its parameters, for developers' logs.
        """
    @property
    def code(self, /) -> Code:
        """
        What it is.
        """
    @property
    def is_blocking(self, /) -> bool:
        """
        Whether it stands in the way of the application: an error or a refusal.
        """
    @property
    def params(self, /) -> Params:
        """
        The figures and dates that belong to it.
        """
    @property
    def pointer(self, /) -> str:
        """
        Where it is: an RFC 6901 JSON pointer, empty for the whole input.
        """
    @property
    def severity(self, /) -> Severity:
        """
        How much it weighs, which the rulebook may have changed.
        """
    @property
    def source(self, /) -> str | None:
        """
        The rulebook source that says so; `None` for matters of form.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class Push:
    """
    A notification of a mobile app.
    """
    __match_args__: Final = ('title', 'body')
    def __copy__(self, /) -> Push: ...
    def __deepcopy__(self, /, memo: Any) -> Push: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, title: str, body: str) -> Push: ...
    def __repr__(self, /) -> str: ...
    @property
    def body(self, /) -> str:
        """
        The text below it.
        """
    @property
    def title(self, /) -> str:
        """
        The title, on one line.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class Quote:
    """
    What is to be paid, in tenge.
    """
    __match_args__: Final = ('lines', 'total', 'currency', 'warnings', 'on', 'edition')
    def __copy__(self, /) -> Quote: ...
    def __deepcopy__(self, /, memo: Any) -> Quote: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, lines: Sequence[QuoteLine], total: Decimal | int, currency: Currency | str, warnings: Sequence[Reason], on: _datetime.date, edition: str) -> Quote: ...
    def __repr__(self, /) -> str: ...
    @property
    def currency(self, /) -> Currency:
        """
        The currency of all amounts.
        """
    @property
    def edition(self, /) -> str:
        """
        The edition of the rulebook that was used.
        """
    @property
    def lines(self, /) -> list[QuoteLine]:
        """
        The lines: the duty, and the delivery if asked for.
        """
    @property
    def on(self, /) -> _datetime.date:
        """
        The day of filing that it holds for.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """
    @property
    def total(self, /) -> Decimal:
        """
        Their sum.
        """
    @property
    def warnings(self, /) -> list[Reason]:
        """
        What the payer should know: exemptions and tariffs that no source confirms.
        """

@final
class QuoteLine:
    """
    One line of a quote.
    """
    __match_args__: Final = ('reason', 'amount', 'base', 'rate', 'exemption')
    def __copy__(self, /) -> QuoteLine: ...
    def __deepcopy__(self, /, memo: Any) -> QuoteLine: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, reason: Reason, amount: Decimal | int, rate: Decimal | int, *, base: Decimal | int | None = None, exemption: str | None = None) -> QuoteLine: ...
    def __repr__(self, /) -> str: ...
    @property
    def amount(self, /) -> Decimal:
        """
        What is to be paid.
        """
    @property
    def base(self, /) -> Decimal | None:
        """
        The amount that the rate multiplies: the MRP, or the tariff. `None` where the rate is 0: no
        amount is needed then, and none is looked up.
        """
    @property
    def exemption(self, /) -> str | None:
        """
        The category for which the line is waived.
        """
    @property
    def rate(self, /) -> Decimal:
        """
        The multiple of the base.
        """
    @property
    def reason(self, /) -> Reason:
        """
        What it is for: `STATE_DUTY`, `DUTY_FREE` where none is charged on the ground, or
        `DELIVERY_FEE`.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class ReadyDate:
    """
    The day by which a card is ready.
    """
    __match_args__: Final = ('ready_on', 'working_days', 'reason')
    def __copy__(self, /) -> ReadyDate: ...
    def __deepcopy__(self, /, memo: Any) -> ReadyDate: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, ready_on: _datetime.date, working_days: int, reason: Reason) -> ReadyDate: ...
    def __repr__(self, /) -> str: ...
    @property
    def ready_on(self, /) -> _datetime.date:
        """
        The last day of the term: the card is ready on it or before.
        """
    @property
    def reason(self, /) -> Reason:
        """
        `READY_ON`, or `READY_ASSUMED` if the day of registration is not known yet; with the source of
        the term.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """
    @property
    def working_days(self, /) -> int:
        """
        The term in working days, the first of them after the day of registration.
        """

@final
class Reason:
    """
    A code, its parameters, and the source of the rule behind it.
    """
    __match_args__: Final = ('code', 'params', 'source')
    def __copy__(self, /) -> Reason: ...
    def __deepcopy__(self, /, memo: Any) -> Reason: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, code: Code | str, params: Params, *, source: str | None = None) -> Reason: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str:
        """
        The code with its parameters, for developers' logs.
        """
    def at(self, /, pointer: str = ...) -> Problem:
        """
        This reason as a problem at a place in the input: an RFC 6901 JSON pointer.
        """
    @property
    def code(self, /) -> Code:
        """
        What it is.
        """
    @staticmethod
    def from_params(code: Code | str, json: str | bytes | bytearray | memoryview) -> Reason:
        """
        A reason with this code and the parameters of a JSON object, as `to_json` writes them.
        """
    @staticmethod
    def of(code: Code | str, *, source: str | None = None, **params: Any) -> Reason:
        """
        A reason with this code and these parameters, by name.
        """
    @property
    def params(self, /) -> Params:
        """
        The figures and dates that belong to it.
        """
    @staticmethod
    def sample(code: Code | str) -> Reason:
        """
        A reason with this code and sample values for all its parameters.
        """
    @property
    def source(self, /) -> str | None:
        """
        The rulebook source that says so; `None` for matters of form.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@disjoint_base
class ReceivingChoice:
    """
    How the applicant wants to receive the card.
    """
    def __copy__(self, /) -> ReceivingChoice: ...
    def __deepcopy__(self, /, memo: Any) -> ReceivingChoice: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """
    @final
    class Delivery(ReceivingChoice):
        """
        By courier, for an extra fee.
        """
        __match_args__: Final = ("address",)
        def __new__(cls, /, address: Address) -> ReceivingChoice.Delivery: ...
        @property
        def address(self, /) -> Address:
            """
            Where to.
            """
    @final
    class Pickup(ReceivingChoice):
        """
        At a service centre: the one named, else the one nearest to a spot.
        """
        __match_args__: Final = ("centre", "near")
        def __new__(cls, /, centre: str | None = None, near: Spot | None = None) -> ReceivingChoice.Pickup: ...
        @property
        def centre(self, /) -> str | None:
            """
            The centre chosen.
            """
        @property
        def near(self, /) -> Spot | None:
            """
            Where to look for the nearest one.
            """

@final
class RegisterRecord:
    """
    What the state register says of the applicant and the card. Where it is given, it decides,
    not the form.
    """
    __match_args__: Final = ('iin', 'surname', 'given_name', 'patronymic', 'birth_date', 'sex', 'document', 'card_number', 'issued_on', 'expires_on', 'status')
    def __copy__(self, /) -> RegisterRecord: ...
    def __deepcopy__(self, /, memo: Any) -> RegisterRecord: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, iin: Iin, surname: PersonName, given_name: PersonName, birth_date: _datetime.date, sex: Sex | str, document: DocumentKind | str, card_number: CardNumber, issued_on: _datetime.date, expires_on: _datetime.date, status: CardStatus | str, *, patronymic: PersonName | None = None) -> RegisterRecord: ...
    def __repr__(self, /) -> str: ...
    @property
    def birth_date(self, /) -> _datetime.date:
        """
        The holder's birth date.
        """
    @property
    def card_number(self, /) -> CardNumber:
        """
        The card's number.
        """
    @property
    def document(self, /) -> DocumentKind:
        """
        What kind of document it is.
        """
    @property
    def expires_on(self, /) -> _datetime.date:
        """
        The card's expiry date.
        """
    @staticmethod
    def from_json(json: str | bytes | bytearray | memoryview) -> RegisterRecord:
        """
        Reads a record from JSON.
        """
    @property
    def given_name(self, /) -> PersonName:
        """
        The holder's given name.
        """
    @property
    def iin(self, /) -> Iin:
        """
        The holder's IIN.
        """
    @property
    def issued_on(self, /) -> _datetime.date:
        """
        The day on which the card was issued.
        """
    @property
    def patronymic(self, /) -> PersonName | None:
        """
        The holder's patronymic, if there is one.
        """
    @property
    def sex(self, /) -> Sex:
        """
        The holder's sex.
        """
    @property
    def status(self, /) -> CardStatus:
        """
        Whether the card is in force.
        """
    @property
    def surname(self, /) -> PersonName:
        """
        The holder's surname.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class Rulebook:
    """
    The rules of the service, by date, each with its source.

    `Rulebook.edition()` gives a shipped one, `Rulebook.load(text)` one of your own. A rulebook never
    changes, and can be used from any number of threads.
    """
    DEFAULT_EDITION: Final[str]
    """
    The name of the edition to use where none is named.
    """
    def __copy__(self, /) -> Rulebook: ...
    def __deepcopy__(self, /, memo: Any) -> Rulebook: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[Any]]: ...
    def __repr__(self, /) -> str: ...
    def application_ready_on(self, /, application: Application) -> ReadyDate | None:
        """
        The day by which the card of an application is ready: its events say when it was filed, and when
        registered. `None` before the filing.
        """
    def assess(self, /, form: str | bytes | bytearray | memoryview, today: _datetime.date, *, register: RegisterRecord | None = None, centres: CentreDirectory | None = None, bookings: Sequence[Booking] = ..., photo: bytes | bytearray | memoryview | None = None, signature: bytes | bytearray | memoryview | None = None, faults: FaultQuery | None = None) -> Assessment:
        """
        Assesses an application: reads and checks the form, decides, quotes, schedules, and renders
        the notices to send. It never fails as a whole: what cannot be answered is `None`, and a
        problem says why.
        """
    @property
    def calendar(self, /) -> Calendar:
        """
        The calendar of working days.
        """
    def card_expires_on(self, /, issued_on: _datetime.date) -> _datetime.date | None:
        """
        The expiry date that is printed on a card issued on a day. A card issued on 29 February
        expires on 28 February. `None` beyond the year 9999.
        """
    def check_age(self, /, iin: Iin, on: _datetime.date) -> None:
        """
        Raises `IIN_BORN_AFTER` or `HOLDER_TOO_YOUNG` if the holder of this IIN is not born, or not
        old enough to hold an identity card, on a day.
        """
    def check_photo(self, /, data: bytes | bytearray | memoryview, on: _datetime.date) -> PhotoReport:
        """
        Checks a photo under the profile of a day: the file, the picture, and the face in it. A photo
        that is not accepted is no error: the report says what is wrong with it.
        """
    def check_signature(self, /, data: bytes | bytearray | memoryview, on: _datetime.date) -> SignatureReport:
        """
        Checks a picture of a signature: JPEG or PNG, under the limits of a day. A file that is not
        accepted gives a report too.
        """
    def check_strokes(self, /, strokes: Strokes, on: _datetime.date) -> SignatureReport:
        """
        Checks the strokes of a pen under the limits of a day.
        """
    def civil_time(self, /, moment: _datetime.datetime) -> tuple[_datetime.date, _datetime.time]:
        """
        The civil date and time in Kazakhstan of an instant, the seconds left out.
        """
    def decide(self, /, inquiry: Inquiry, today: _datetime.date) -> Decision:
        """
        Decides whether a card can be renewed online on `today`, the civil date in Kazakhstan.
        """
    def decide_column(self, /, expires_on: ArrowArray | ArrowStream, today: _datetime.date | ArrowArray | ArrowStream, *, document: DocumentKind | str | ArrowArray | ArrowStream = ..., ground: Ground | str | ArrowArray | ArrowStream = ...) -> Column:
        """
        Decides whether each of many cards can be renewed online on `today`, as `decide` does for one.
        The column has for each row the code of the first check that failed, or `ELIGIBLE`. A row that
        has no decision has `DATE_INVALID`, `UNKNOWN_VALUE` or `NOT_COVERED`; a null stays null.

        `expires_on` holds `date32`, or `int32` with days since 1970-01-01. Each of the others is one
        value for all rows, or a column. Raises `NOT_COVERED` for a single `today` without rules.
        """
    def decide_table(self, /, expires_on: ArrowArray | ArrowStream, today: _datetime.date | ArrowArray | ArrowStream, *, document: DocumentKind | str | ArrowArray | ArrowStream = ..., ground: Ground | str | ArrowArray | ArrowStream = ...) -> Table:
        """
        Decides the same as `decide_column` and tells more: a table with `code`; `failed`, all checks
        that failed, as bits from 1 for the document over ground, pilot not started, paused and ended,
        too early, never online and too late to 256 for long expired; `days_left`; `first_day` and
        `last_day` on which the card can be renewed online, null if there are none.
        """
    def decode_image(self, /, data: bytes | bytearray | memoryview, on: _datetime.date) -> Picture:
        """
        Decodes an image file, as the checks see it: upright, transparent pixels on white.
        """
    def delivery_estimate(self, /, region: Region | str, ready_on: _datetime.date) -> DeliveryEstimate:
        """
        When a card that is ready on this day is likely to be delivered to a region.
        """
    def delivery_estimate_to(self, /, address: Address, ready_on: _datetime.date) -> DeliveryEstimate:
        """
        When a card that is ready on this day is likely to be delivered to an address, by its zone: that
        of its postcode, else that of its locality, else that of its region.
        """
    @staticmethod
    def edition(name: str = ...) -> Rulebook:
        """
        The shipped edition with this name, loaded once for the whole process.
        `EDITION_UNKNOWN` if there is none.
        """
    @staticmethod
    def edition_text(name: str) -> str | None:
        """
        The text of a shipped edition's file, to read or to start one's own from.
        """
    @staticmethod
    def editions() -> list[str]:
        """
        The names of the shipped editions; the first is the default.
        """
    def exemptions(self, /, on: _datetime.date) -> tuple[list[str], str]:
        """
        The categories of persons who pay no duty on a day, with the source that says so.
        """
    def expedited_fees(self, /, on: _datetime.date) -> ExpeditedFees:
        """
        What expedited issuance costs at a service centre on a day. It is not offered online.
        """
    def explain(self, /, answer: Reason | Problem | Error | Decision | Quote | ReadyDate | PickupOffer | DeliveryEstimate | PaperRight | PhotoReport | SignatureReport | Assessment, language: Language | str) -> list[Statement]:
        """
        Explains an answer in a language: a decision, a quote, a ready date, a report on a
        photo, an exception, a reason.
        """
    def first_free_slot(self, /, centre: Centre, ready_on: _datetime.date, bookings: Sequence[Booking] = ...) -> PickupOffer:
        """
        The first free slot of a centre on or after the first day on which the card can be picked up:
        the day on which it is ready, and so many days more as the rulebook has.
        """
    def free_slots(self, /, centre: Centre, first_day: _datetime.date, days: int, bookings: Sequence[Booking] = ...) -> list[Slot]:
        """
        All free slots of a centre on `days` calendar days of which `first_day` is the first.
        """
    def icalendar(self, /, appointment: Appointment) -> str:
        """
        An appointment as an iCalendar object, to be attached to the e-mail.
        """
    def inspect_image(self, /, data: bytes | bytearray | memoryview, on: _datetime.date) -> ImageFile:
        """
        Reads what an image file is, without decoding it, and makes sure that it is whole and
        nothing more, under the limits of a day. Raises an `ImageError` if it is not.
        """
    def latin_name(self, /, name: PersonName, on: _datetime.date) -> str:
        """
        The Latin form of a name in capitals, as ICAO Doc 9303 transliterates it.
        """
    @staticmethod
    def load(text: str | bytes | bytearray | memoryview) -> Rulebook:
        """
        Loads a rulebook from a file's text: a whole one, or an overlay that says in `extends` which
        shipped edition it changes. Raises a `RulebookError` with every problem that the file has.
        """
    def machine_readable_name(self, /, name: PersonName, on: _datetime.date) -> str:
        """
        The Latin form of a name as the machine-readable zone prints it.
        """
    @property
    def name(self, /) -> str:
        """
        The edition's name, as every answer carries it.
        """
    def nearest(self, /, centres: CentreDirectory, query: NearestQuery) -> list[NearbyCentre]:
        """
        The centres that fit a query, the nearest first.
        """
    def normalise_signature(self, /, data: bytes | bytearray | memoryview, on: _datetime.date) -> bytes:
        """
        The picture of a signature as the card needs it: a grey PNG. Raises what is wrong with it.
        """
    def notice(self, /, data: NoticeData, language: Language | str, on: _datetime.date) -> Notice:
        """
        Writes a notice in a language, by the SMS policy of a day.
        """
    def operator_text(self, /, coded: Reason | Problem, language: Language | str) -> str:
        """
        What a reason or a problem says to whoever operates the service, with identifiers.
        """
    def paper_notice(self, /, right: PaperRight) -> NoticeData | None:
        """
        The data of the notice that filing on paper is allowed; `None` without the right.
        """
    def paper_right(self, /, query: FaultQuery) -> PaperRight:
        """
        Decides whether a technical fault during an attempt gives the right to file on paper, by the
        rule in force on the day on which the attempt began.
        """
    def parse_email(self, /, text: str, on: _datetime.date) -> EmailAddress:
        """
        Reads an e-mail address.
        """
    def parse_iin(self, /, text: str, on: _datetime.date) -> tuple[Iin, Reason | None]:
        """
        Reads an IIN under the rules in force on a day. The second value is what is odd about its
        layout, where the rulebook makes that a warning and no error.
        """
    def parse_iin_table(self, /, texts: ArrowArray | ArrowStream, on: _datetime.date) -> Table:
        """
        Reads many IINs under the rules in force on a day, as `parse_iin` reads one: a table with
        `valid`; `code`, what is wrong or odd about the number, null if nothing is; `birth_date`; and
        `sex`. Raises `NOT_COVERED` for a day without rules.
        """
    def parse_name(self, /, text: str, on: _datetime.date) -> PersonName:
        """
        Reads a surname, given name or patronymic.
        """
    def parse_phone(self, /, text: str, on: _datetime.date) -> Phone:
        """
        Reads the number of a mobile phone under the numbering plan of a day.
        """
    def pickup_from(self, /, ready_on: _datetime.date) -> _datetime.date:
        """
        The first day on which a card that is ready on this day can be picked up: so many calendar days
        later as the rulebook has, since it may arrive in the afternoon.
        """
    @property
    def pilot(self, /) -> list[DayRange]:
        """
        The pilot's periods in the order of time, both ends of each inclusive; between two of them it
        pauses.
        """
    def quote(self, /, inquiry: FeeInquiry) -> Quote:
        """
        Quotes what is to be paid for an application filed on `inquiry.on`.
        """
    def quote_table(self, /, on: ArrowArray | ArrowStream, *, document: DocumentKind | str = ..., pages: int | None = None, ground: Ground | str | ArrowArray | ArrowStream = ..., exemption: str | None | ArrowArray | ArrowStream = ..., deliver_to: Region | str | None = None) -> Table:
        """
        Quotes what is to be paid for many applications filed on the days `on`, as `quote` does for
        one: a table with `total`, in tenge, and `code`, why there is no quote. A null in `exemption`
        claims none; a null in another column gives nulls.
        """
    def quote_to(self, /, inquiry: FeeInquiry, address: Address) -> Quote:
        """
        Quotes with delivery to an address: a zone may be that of the postcode or of the locality, and the
        most specific one counts.
        """
    def read_feedback(self, /, json: str | bytes | bytearray | memoryview, on: _datetime.date) -> Feedback:
        """
        Reads feedback from JSON under the limits of a day; its texts are cleaned and masked.
        """
    def ready_on(self, /, filed_on: _datetime.date, registered_on: _datetime.date | None = None) -> ReadyDate:
        """
        The day by which a card is ready, counted in working days of which the first is the first after
        the registration of the application. Before it is registered, the answer assumes that this will
        happen on the day of filing, and says so (`READY_ASSUMED`).
        """
    def reminder(self, /, expires_on: _datetime.date, on: _datetime.date, *, last_run: _datetime.date | None = None, status: CardStatus | str | None = None) -> NoticeData | None:
        """
        The data of the reminder for a card that expires on `expires_on`, in a run of the job on `on`, if
        one is due since the last run: by default that of the day before. `status` is the card's in the
        state register, if that is known.
        """
    def reminder_column(self, /, expires_on: ArrowArray | ArrowStream, on: _datetime.date, *, last_run: _datetime.date | None = None, status: CardStatus | str | None | ArrowArray | ArrowStream = ...) -> Column:
        """
        Who of many holders is reminded in a run of the job on `on` that the card expires, as `reminder`
        says for one: a column of booleans. The run is about the days since the last one, by default that
        of the day before. `status` is what the state register says of the cards, null where that is not
        known. Null where there is no expiry date, or none of the years 1 to 9999, and for a status that
        there is not. Raises `NOT_COVERED` for a day without rules.
        """
    def render_strokes(self, /, strokes: Strokes, on: _datetime.date) -> bytes:
        """
        Draws the strokes of a pen as `normalise_signature` gives pictures. Raises what is wrong with
        them.
        """
    def sanitize_image(self, /, data: bytes | bytearray | memoryview, on: _datetime.date) -> bytes:
        """
        The same picture without metadata; no pixel changes.
        """
    def source(self, /, id: str) -> Source | None:
        """
        The source with this name, which an answer cites.
        """
    def sources(self, /) -> dict[str, Source]:
        """
        All sources, by name.
        """
    def text(self, /, coded: Reason | Problem, language: Language | str) -> str:
        """
        What a reason or a problem says to a citizen: the cause, and what to do.
        """
    @property
    def texts(self, /) -> Texts:
        """
        The texts in three languages.
        """
    @property
    def title(self, /) -> LocalText:
        """
        What the edition is called.
        """
    def validate(self, /, form: str | bytes | bytearray | memoryview, today: _datetime.date, *, register: RegisterRecord | None = None) -> Validation:
        """
        Reads and checks an application's form: JSON text. With a register record, that decides.
        """

@final
class SignatureFingerprint:
    """
    Checksums by which two platforms can compare what they saw.
    """
    __match_args__: Final = ('pixels', 'ink')
    def __copy__(self, /) -> SignatureFingerprint: ...
    def __deepcopy__(self, /, memo: Any) -> SignatureFingerprint: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, pixels: int, ink: int) -> SignatureFingerprint: ...
    def __repr__(self, /) -> str: ...
    @property
    def ink(self, /) -> int:
        """
        The CRC-32 of what was found to be ink, at the size of work: a byte of 1 for ink and 0 for
        paper, by rows.
        """
    @property
    def pixels(self, /) -> int:
        """
        The CRC-32 of the upright picture on white: red, green and blue of each pixel, by rows. Of
        strokes: of the luminance of the drawing on their canvas.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class SignatureReport:
    """
    What was found in a signature sample.
    """
    __match_args__: Final = ('verdict', 'profile', 'edition', 'file', 'checks', 'ink', 'fingerprint')
    def __copy__(self, /) -> SignatureReport: ...
    def __deepcopy__(self, /, memo: Any) -> SignatureReport: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, verdict: Verdict | str, profile: str, edition: str, checks: Sequence[Check], *, file: ImageFile | None = None, ink: PixelBox | None = None, fingerprint: SignatureFingerprint | None = None) -> SignatureReport: ...
    def __repr__(self, /) -> str: ...
    @property
    def checks(self, /) -> list[Check]:
        """
        Every check, also those that were not done; the most telling first.
        """
    @property
    def edition(self, /) -> str:
        """
        The edition of the rulebook that was used.
        """
    @property
    def file(self, /) -> ImageFile | None:
        """
        What the file is; `None` if it is not accepted, and for strokes.
        """
    @property
    def fingerprint(self, /) -> SignatureFingerprint | None:
        """
        Checksums; `None` if there was no picture to look at.
        """
    @property
    def ink(self, /) -> PixelBox | None:
        """
        The box around the ink: in pixels of the upright picture, or in units of the canvas of
        strokes. `None` if there is no ink.
        """
    @property
    def profile(self, /) -> str:
        """
        The name of the set of limits.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """
    @property
    def verdict(self, /) -> Verdict:
        """
        All checks together.
        """

@final
class Slot:
    """
    A slot with free places.
    """
    __match_args__: Final = ('day', 'time', 'free')
    def __copy__(self, /) -> Slot: ...
    def __deepcopy__(self, /, memo: Any) -> Slot: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, day: _datetime.date, time: _datetime.time, free: int) -> Slot: ...
    def __repr__(self, /) -> str: ...
    @property
    def day(self, /) -> _datetime.date:
        """
        The day.
        """
    @property
    def free(self, /) -> int:
        """
        How many places are free, at least 1.
        """
    @property
    def time(self, /) -> _datetime.time:
        """
        When it begins.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class Sms:
    """
    A short message, and what sending it takes.
    """
    __match_args__: Final = ('text', 'encoding', 'units', 'segments')
    def __copy__(self, /) -> Sms: ...
    def __deepcopy__(self, /, memo: Any) -> Sms: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, text: str, encoding: SmsEncoding | str, units: int, segments: int) -> Sms: ...
    def __repr__(self, /) -> str: ...
    @property
    def encoding(self, /) -> SmsEncoding:
        """
        The alphabet that the text needs.
        """
    @property
    def segments(self, /) -> int:
        """
        How many messages it is sent as.
        """
    @property
    def text(self, /) -> str:
        """
        The text as it is to be sent.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """
    @property
    def units(self, /) -> int:
        """
        The length: septets for GSM-7, UTF-16 units for UCS-2.
        """

@final
class SmsCount:
    """
    What sending a text as short messages takes.
    """
    __match_args__: Final = ('encoding', 'units', 'segments')
    def __copy__(self, /) -> SmsCount: ...
    def __deepcopy__(self, /, memo: Any) -> SmsCount: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, encoding: SmsEncoding | str, units: int, segments: int) -> SmsCount: ...
    def __repr__(self, /) -> str: ...
    @property
    def encoding(self, /) -> SmsEncoding:
        """
        The alphabet that the text needs.
        """
    @property
    def segments(self, /) -> int:
        """
        How many messages it is sent as; 0 for an empty text, which is not sent.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """
    @property
    def units(self, /) -> int:
        """
        The length: septets for GSM-7, where characters of the extension table count twice, or
        UTF-16 units for UCS-2.
        """

@final
class Source:
    """
    A source that rulebook entries cite.
    """
    __match_args__: Final = ('title', 'number', 'date', 'article', 'url', 'confidence')
    def __copy__(self, /) -> Source: ...
    def __deepcopy__(self, /, memo: Any) -> Source: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, title: LocalText, confidence: Confidence | str, *, number: str | None = None, date: _datetime.date | None = None, article: str | None = None, url: str | None = None) -> Source: ...
    def __repr__(self, /) -> str: ...
    @property
    def article(self, /) -> str | None:
        """
        The article of the act that says it: `492`; at most 64 characters.
        """
    @property
    def confidence(self, /) -> Confidence:
        """
        How well it is known.
        """
    @property
    def date(self, /) -> _datetime.date | None:
        """
        The day of the act.
        """
    @property
    def number(self, /) -> str | None:
        """
        The number of the act, as it is printed: `235-V`; at most 64 characters.
        """
    @property
    def title(self, /) -> LocalText:
        """
        What it is called, without number and date.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """
    @property
    def url(self, /) -> str | None:
        """
        Where it is published, if it is: an `https` address of at most 300 characters.
        """

@final
class SpecialDay:
    """
    A day that is not what its weekday says.
    """
    __match_args__: Final = ('day', 'kind', 'name', 'title', 'instead_of', 'estimated', 'source')
    def __copy__(self, /) -> SpecialDay: ...
    def __deepcopy__(self, /, memo: Any) -> SpecialDay: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, day: _datetime.date, kind: SpecialDayKind | str, name: str, estimated: bool, source: str, *, title: LocalText | None = None, instead_of: _datetime.date | None = None) -> SpecialDay: ...
    def __repr__(self, /) -> str: ...
    @property
    def day(self, /) -> _datetime.date:
        """
        The day.
        """
    @property
    def estimated(self, /) -> bool:
        """
        Whether the date is computed ahead and not announced yet.
        """
    @property
    def instead_of(self, /) -> _datetime.date | None:
        """
        The day it stands in for: the holiday's own date, the day worked instead, or the day off
        instead. `None` for a holiday on its own date.
        """
    @property
    def kind(self, /) -> SpecialDayKind:
        """
        Why it is special.
        """
    @property
    def name(self, /) -> str:
        """
        The rulebook's name of the holiday or of the transfer.
        """
    @property
    def source(self, /) -> str:
        """
        The source that says so.
        """
    @property
    def title(self, /) -> LocalText | None:
        """
        What the holiday is called; `None` for a transfer by decree.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class Spot:
    """
    A spot on the map, to find the nearest centre.
    """
    __match_args__: Final = ('latitude', 'longitude')
    def __copy__(self, /) -> Spot: ...
    def __deepcopy__(self, /, memo: Any) -> Spot: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, latitude: float, longitude: float) -> Spot: ...
    def __repr__(self, /) -> str: ...
    @property
    def latitude(self, /) -> float:
        """
        Degrees north, −90 to 90.
        """
    @property
    def longitude(self, /) -> float:
        """
        Degrees east, −180 to 180.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class Statement:
    """
    One cause of an explanation, and what to do.
    """
    __match_args__: Final = ('code', 'text', 'action', 'source', 'source_title')
    def __copy__(self, /) -> Statement: ...
    def __deepcopy__(self, /, memo: Any) -> Statement: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, code: Code | str, text: str, *, action: str | None = None, source: str | None = None, source_title: str | None = None) -> Statement: ...
    def __repr__(self, /) -> str: ...
    @property
    def action(self, /) -> str | None:
        """
        What to do. Of several statements with one action, the last one has it; it is `None` where
        another statement says it, where the text says it itself, and where there is nothing to do.
        """
    @property
    def code(self, /) -> Code:
        """
        The code it renders.
        """
    @property
    def source(self, /) -> str | None:
        """
        The source of the rule; `None` for matters of form.
        """
    @property
    def source_title(self, /) -> str | None:
        """
        What the source is called, with its article, number and date, in the language asked for.
        """
    @property
    def text(self, /) -> str:
        """
        What is the case, in the language asked for.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class Strokes:
    """
    A signature as it was drawn: the strokes of a pen or a finger on a canvas.
    """
    def __copy__(self, /) -> Strokes: ...
    def __deepcopy__(self, /, memo: Any) -> Strokes: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[bytes]]:
        """
        By `_restore`: the canonical text may be longer than what `from_json` reads.
        """
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(json: bytes | bytearray | memoryview) -> Strokes: ...
    @staticmethod
    def from_json(json: str | bytes | bytearray | memoryview) -> Strokes:
        """
        Reads strokes from JSON of at most 1 MiB:
        `{"width": 600, "height": 200, "strokes": [[{"x": 10.5, "y": 20, "t": 0}, …], …]}`, in any unit
        from the canvas's upper left corner; `t` is optional, in milliseconds since whenever.
        """
    @property
    def point_count(self, /) -> int:
        """
        How many points all strokes have.
        """
    @property
    def stroke_count(self, /) -> int:
        """
        How many strokes have at least one point.
        """
    def to_json(self, /) -> str:
        """
        The strokes as JSON text, in the form that `from_json` reads. It is biometric data, and can be
        longer than what was read, since coordinates are written as they were rounded.
        """

@final
class Table:
    """
    Columns of answers, with names. It goes without a copy into whatever reads the Arrow PyCapsule
    interface, such as `pyarrow.table(table)` or `polars.DataFrame(table)`.
    """
    def __arrow_c_array__(self, /, requested_schema: Any | None = None) -> tuple[object, object]:
        """
        The type and the columns, as capsules. Another type than its own is not given.
        """
    def __arrow_c_schema__(self, /) -> object:
        """
        The type of the columns, as a capsule.
        """
    def __arrow_c_stream__(self, /, requested_schema: Any | None = None) -> object:
        """
        The columns as a stream of one batch, as a capsule. Another type than its own is not given.
        """
    def __getitem__(self, name: str, /) -> Column:
        """
        The column with this name.
        """
    def __len__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    @property
    def names(self, /) -> list[str]:
        """
        The names of the columns.
        """

@final
class Texts:
    """
    Texts in the three languages: those of a rulebook, or with messages of one's own.
    """
    def __copy__(self, /) -> Texts: ...
    def __deepcopy__(self, /, memo: Any) -> Texts: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, rules: Rulebook) -> Texts:
        """
        The texts of a rulebook; `Rulebook.texts` is the same.
        """
    def __reduce__(self, /) -> tuple[Any, tuple[Rulebook, list[tuple[Language, str]]]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _restore(rules: Rulebook, overrides: Sequence[tuple[Language | str, str]]) -> Texts: ...
    def explain(self, /, coded: Reason | Problem, language: Language | str) -> str:
        """
        What a reason or a problem says to a citizen, with its parameters, on one line.
        """
    def explain_to_operator(self, /, coded: Reason | Problem, language: Language | str) -> str:
        """
        What a reason or a problem says to whoever operates the service, with identifiers.
        """
    def with_overrides(self, /, language: Language | str, ftl: str) -> Texts:
        """
        These texts with some messages of one language replaced by those of a Fluent source.
        """
    def word(self, /, spelling: str, language: Language | str) -> str | None:
        """
        The word of a language for a stable spelling such as `expiry`; `None` if it has none.
        """

@final
class TimeRange:
    """
    A range of time within one day, which has at most 100.
    """
    __match_args__: Final = ('from_', 'until')
    def __copy__(self, /) -> TimeRange: ...
    def __deepcopy__(self, /, memo: Any) -> TimeRange: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, from_: _datetime.time, until: _datetime.time) -> TimeRange: ...
    def __repr__(self, /) -> str: ...
    @property
    def from_(self, /) -> _datetime.time:
        """
        When it begins.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """
    @property
    def until(self, /) -> _datetime.time:
        """
        When it ends (exclusive), after `from`.
        """

@final
class Timetable:
    """
    The hours of each weekday: ranges that do not overlap. A day without ranges is closed.
    """
    __match_args__: Final = ('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun')
    def __copy__(self, /) -> Timetable: ...
    def __deepcopy__(self, /, memo: Any) -> Timetable: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, mon: Sequence[TimeRange], tue: Sequence[TimeRange], wed: Sequence[TimeRange], thu: Sequence[TimeRange], fri: Sequence[TimeRange], sat: Sequence[TimeRange], sun: Sequence[TimeRange]) -> Timetable: ...
    def __repr__(self, /) -> str: ...
    @property
    def fri(self, /) -> list[TimeRange]:
        """
        Friday.
        """
    @property
    def mon(self, /) -> list[TimeRange]:
        """
        Monday.
        """
    def on_weekday(self, /, weekday: int) -> list[TimeRange]:
        """
        The hours of a weekday, from 0 for Monday to 6 for Sunday.
        """
    @property
    def sat(self, /) -> list[TimeRange]:
        """
        Saturday.
        """
    @property
    def sun(self, /) -> list[TimeRange]:
        """
        Sunday.
        """
    @property
    def thu(self, /) -> list[TimeRange]:
        """
        Thursday.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """
    @property
    def tue(self, /) -> list[TimeRange]:
        """
        Tuesday.
        """
    @property
    def wed(self, /) -> list[TimeRange]:
        """
        Wednesday.
        """

@final
class Transition:
    """
    One permitted step of an application's life.
    """
    __match_args__: Final = ('from_', 'event', 'condition', 'to', 'notices')
    def __copy__(self, /) -> Transition: ...
    def __deepcopy__(self, /, memo: Any) -> Transition: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, event: ActionKind | str, condition: TransitionCondition | str, to: State | str, notices: Sequence[NoticeKind | str], *, from_: State | str | None = None) -> Transition: ...
    def __repr__(self, /) -> str: ...
    @property
    def condition(self, /) -> TransitionCondition:
        """
        What else must hold.
        """
    @property
    def event(self, /) -> ActionKind:
        """
        The event that leads on.
        """
    @property
    def from_(self, /) -> State | None:
        """
        The state before; `None` before the filing.
        """
    @property
    def notices(self, /) -> list[NoticeKind]:
        """
        The notices that the event triggers, in the order in which they are sent.
        """
    @property
    def to(self, /) -> State:
        """
        The state after.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """

@final
class Validation:
    """
    The result of validating a form.
    """
    __match_args__: Final = ('form', 'problems', 'verified', 'edition')
    def __copy__(self, /) -> Validation: ...
    def __deepcopy__(self, /, memo: Any) -> Validation: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, problems: Sequence[Problem], verified: bool, edition: str, *, form: ApplicationForm | None = None) -> Validation: ...
    def __repr__(self, /) -> str: ...
    @property
    def edition(self, /) -> str:
        """
        The edition of the rulebook that was used.
        """
    @property
    def form(self, /) -> ApplicationForm | None:
        """
        The form, if nothing stands in its way.
        """
    @property
    def problems(self, /) -> list[Problem]:
        """
        Every problem: those of the form in the order of its fields, then an expiry date that no card
        has, then contradictions to the register, then warnings.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON text, in the form in which it is written everywhere. It holds
        personal data whole, if the value has any.
        """
    @property
    def verified(self, /) -> bool:
        """
        Whether the data were compared with the register.
        """

def _build_info() -> tuple[str, str]:
    """
    The version of the core, and its default edition.
    """

def _code_area(code: Code | str) -> Area:
    """
    The part of the service a code belongs to; `Code.area` calls it.
    """

def _code_example(code: Code | str) -> str:
    """
    An input or a situation that leads to a code; `Code.example` calls it.
    """

def _code_meaning(code: Code | str) -> str:
    """
    What a code means, for developers; `Code.meaning` calls it.
    """

def _code_params(code: Code | str) -> list[ParamSpec]:
    """
    The parameters that come with a code; `Code.params` calls it.
    """

def _code_severity(code: Code | str) -> Severity:
    """
    The severity a code has unless the rulebook says otherwise; `Code.severity` calls it.
    """

def _notice_params(kind: NoticeKind | str) -> list[ParamSpec]:
    """
    The variables that the texts of a kind of notice can use; `NoticeKind.params` calls it.
    """

def _quiet_panics() -> None:
    """
    Has panics print nothing: their messages can hold what somebody typed. The hook is that of this
    library alone, which brings a standard library of its own.
    """

def _state_is_end(state: State | str) -> bool:
    """
    Whether nothing can follow; `State.is_end` calls it.
    """

def _vocabulary() -> list[tuple[str, str, list[tuple[str, str, str]]]]:
    """
    All enumerations, for the generator.
    """

def count_sms(text: str) -> SmsCount:
    """
    Counts a short message: its alphabet, units and segments.

    # Errors
    None that an input leads to.
    """

def lifecycle_diagram() -> str:
    """
    The transitions as a Mermaid diagram.

    # Errors
    None that an input leads to.
    """

def lifecycle_transitions() -> list[Transition]:
    """
    All transitions of an application, in the order of the table.

    # Errors
    None that an input leads to.
    """

def mask_feedback(text: str, max_characters: int) -> str:
    """
    Masks phone numbers, e-mail addresses and IINs in a text of at most `max_characters`, and removes
    control characters.

    # Errors
    `TEXT_TOO_LONG`.
    """
