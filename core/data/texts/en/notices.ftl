### Notices. SMS: one text of at most two segments, in GSM-7; .text is the e-mail's body, paragraphs apart by a blank line.

notice-received =
    .sms = Your application { $application } to renew your identity card was received on { DATETIME($filed_on, dateStyle: "short") }.
    .subject = Application { $application } received
    .text =
        Hello,

        Your application to renew your identity card online was received on { $filed_on }. Its number is { $application }.

        We will keep you informed by SMS and e-mail. You can also see its status on the eGov.kz portal and in the mobile app.

        Yours sincerely,
        the online identity card renewal service
    .push-title = Application received
    .push = Your application { $application } was received on { DATETIME($filed_on, dateStyle: "short") }.

notice-refused =
    .sms = Identity card: { NOT_AVAILABLE_ONLINE }
    .subject = Your identity card cannot be renewed online
    .text =
        Hello,

        Your request to renew your identity card online: “{ NOT_AVAILABLE_ONLINE }”.

        Reasons:
        { $reasons }

        You can renew your identity card at any Public Service Centre.

        Yours sincerely,
        the online identity card renewal service
    .push-title = Online renewal is not available
    .push = Identity card: { NOT_AVAILABLE_ONLINE }

notice-payment-due =
    .sms = Application { $application }: please pay { $amount } tenge on the eGov.kz portal or in the mobile app.
    .subject = Please pay for application { $application }
    .text =
        Hello,

        The amount due for your application { $application } to renew your identity card is { $amount } tenge.

        Please pay it on the eGov.kz portal or in the mobile app. Once it has been paid, the application goes to registration.

        Yours sincerely,
        the online identity card renewal service
    .push-title = Payment due
    .push = Amount due for application { $application }: { $amount } tenge.

notice-registered =
    .sms = Application { $application } is registered. Your identity card will be ready on { DATETIME($ready_on, dateStyle: "short") } at the latest.
    .subject = Application { $application } registered
    .text =
        Hello,

        Your application { $application } to renew your identity card is registered and was sent to the migration service for review.

        If it passes the review, the identity card will be ready on { $ready_on } at the latest.

        Yours sincerely,
        the online identity card renewal service
    .push-title = Application registered
    .push = Application { $application } is registered. Ready at the latest on { DATETIME($ready_on, dateStyle: "short") }.

notice-annulled =
    .sms = Application { $application } is annulled: the photo or the signature failed the review. Please file a new application.
    .subject = Application { $application } annulled
    .text =
        Hello,

        The migration service has reviewed your application { $application } to renew your identity card and annulled it.

        Reasons:
        { $reasons }

        Please put this right and file a new application on the eGov.kz portal or in the mobile app. If a state duty is charged, it must be paid again.

        Yours sincerely,
        the online identity card renewal service
    .push-title = Application annulled
    .push = Application { $application } is annulled. See the reasons and file a new one.

notice-in-production =
    .sms = Application { $application } is approved and the card is being made. It will be ready on { DATETIME($ready_on, dateStyle: "short") } at the latest.
    .subject = Your identity card is being made
    .text =
        Hello,

        Your application { $application } is approved, and your new identity card is being made.

        It will be ready on { $ready_on } at the latest. We will tell you when you can collect it.

        Yours sincerely,
        the online identity card renewal service
    .push-title = Your identity card is being made
    .push = Application { $application } is approved. Ready at the latest on { DATETIME($ready_on, dateStyle: "short") }.

notice-ready =
    .sms = Your identity card is ready: { DATETIME($day, dateStyle: "short") } at { $time }, { $centre }, { $address }. Application { $application }
    .subject = Your identity card is ready
    .text =
        Hello,

        Your new identity card (application { $application }) is ready.

        Date and time of pickup: { $day }, { $time }
        Place: { $centre }
        Address: { $address }

        Please come at this time, give the number of your application and bring your old identity card.

        Yours sincerely,
        the online identity card renewal service
    .push-title = Your identity card is ready
    .push = Pick it up on { DATETIME($day, dateStyle: "short") } at { $time }: { $centre }, { $address }.

notice-pickup-reminder =
    .sms = Reminder: pick up your identity card on { DATETIME($day, dateStyle: "short") } at { $time }, { $centre }, { $address }. Application { $application }
    .subject = Remember to pick up your identity card
    .text =
        Hello,

        This is a reminder that your new identity card (application { $application }) is to be picked up soon.

        Date and time of pickup: { $day }, { $time }
        Place: { $centre }
        Address: { $address }

        Please come at this time, give the number of your application and bring your old identity card.

        Yours sincerely,
        the online identity card renewal service
    .push-title = Remember to pick up your card
    .push = Pick it up on { DATETIME($day, dateStyle: "short") } at { $time }: { $centre }, { $address }.

notice-with-courier =
    .sms = Your identity card (application { $application }) is with the courier. Expected day of delivery: { DATETIME($day, dateStyle: "short") }.
    .subject = Your identity card is with the courier
    .text =
        Hello,

        Your new identity card (application { $application }) was handed to the courier.

        Expected day of delivery: { $day }.

        Yours sincerely,
        the online identity card renewal service
    .push-title = Your card is with the courier
    .push = Application { $application }. Expected day of delivery: { DATETIME($day, dateStyle: "short") }.

notice-delivered =
    .sms = Your identity card (application { $application }) was delivered. If you did not get it, contact a Public Service Centre.
    .subject = Your identity card was delivered
    .text =
        Hello,

        Your new identity card (application { $application }) was delivered.

        If you did not get it, please contact a Public Service Centre.

        Yours sincerely,
        the online identity card renewal service
    .push-title = Your identity card was delivered
    .push = Application { $application }. If you did not get the card, contact a Public Service Centre.

notice-delivery-failed =
    .sms = The courier could not hand over your identity card. Pick it up here: { $centre }, { $address }. Application { $application }
    .subject = Your identity card could not be delivered
    .text =
        Hello,

        The courier could not hand over your new identity card (application { $application }).

        Please pick it up here:
        Place: { $centre }
        Address: { $address }

        Bring your old identity card and give the number of your application.

        Yours sincerely,
        the online identity card renewal service
    .push-title = Your card could not be delivered
    .push = Pick up your identity card here: { $centre }, { $address }.

notice-paper-filing-allowed =
    .sms = On { DATETIME($day, dateStyle: "short") } there was a technical fault of { duration-short }. You may apply on paper at a Public Service Centre. Statement No. { $reference }
    .subject = You may apply on paper
    .text =
        Hello,

        While you were applying on { $day }, there was a technical fault that lasted { duration }. You may therefore apply for the renewal of your identity card on paper, at a Public Service Centre.

        Please go to a Public Service Centre and give the number of the statement: { $reference }.

        We are sorry for the trouble.

        Yours sincerely,
        the online identity card renewal service
    .push-title = You may apply on paper
    .push = The technical fault lasted { duration }. Go to a Public Service Centre, statement No. { $reference }.

# After the SMS of the Ministry of Internal Affairs; online renewal is named first, then the centre.
notice-expiry-reminder =
    .sms = Your identity card expires in { $days_left ->
            [one] { $days_left } day
           *[other] { $days_left } days
        }. Renew it online on eGov.kz or contact a Public Service Centre
    .subject = Your identity card is about to expire
    .text =
        Hello,

        Your identity card expires in { $days_left ->
            [one] { $days_left } day
           *[other] { $days_left } days
        }. Date of expiry: { $expires_on }.

        Renew it online on the eGov.kz portal or in the mobile app. Last day to apply online: { $last_day }.

        If you cannot renew it online, please contact a Public Service Centre.

        Yours sincerely,
        the online identity card renewal service
    .push-title = Time to renew your identity card
    .push = It expires in { $days_left ->
            [one] { $days_left } day
           *[other] { $days_left } days
        }. Renew it online or contact a Public Service Centre.

notice-expired-reminder =
    .sms = Your identity card: date of expiry { DATETIME($expires_on, dateStyle: "short") }. Renew it online on eGov.kz until { DATETIME($last_day, dateStyle: "short") } or contact a Public Service Centre
    .subject = Your identity card has to be renewed
    .text =
        Hello,

        Your identity card has to be renewed. Date of expiry: { $expires_on }.

        Renew it online on the eGov.kz portal or in the mobile app. Last day to apply online: { $last_day }.

        If you cannot renew it online, please contact a Public Service Centre.

        Yours sincerely,
        the online identity card renewal service
    .push-title = Time to renew your identity card
    .push = Date of expiry: { DATETIME($expires_on, dateStyle: "short") }. Last day to apply online: { DATETIME($last_day, dateStyle: "short") }.

notice-centre-reminder =
    .sms = Your identity card: date of expiry { DATETIME($expires_on, dateStyle: "short") }. To renew it, contact a Public Service Centre
    .subject = Your identity card has to be renewed
    .text =
        Hello,

        Your identity card has to be renewed. Date of expiry: { $expires_on }.

        To renew it, please contact a Public Service Centre.

        Yours sincerely,
        the online identity card renewal service
    .push-title = Time to renew your identity card
    .push = Date of expiry: { DATETIME($expires_on, dateStyle: "short") }. To renew it, contact a Public Service Centre.

notice-feedback-invitation =
    .sms = Your identity card (application { $application }) was issued. Please rate the service on the eGov.kz portal.
    .subject = Please rate the service
    .text =
        Hello,

        Your new identity card (application { $application }) was issued.

        Please rate the quality of the service and leave suggestions on the eGov.kz portal or in the mobile app. Your feedback helps to make it better.

        Yours sincerely,
        the online identity card renewal service
    .push-title = Please rate the service
    .push = Your new identity card was issued. Please rate the quality of the service.

notice-withdrawn =
    .sms = Application { $application } is withdrawn. If you did not withdraw it, contact a Public Service Centre.
    .subject = Application { $application } withdrawn
    .text =
        Hello,

        Application { $application } to renew an identity card is withdrawn. To renew the card, file a new application or contact a Public Service Centre.

        If you did not withdraw the application, please contact a Public Service Centre.

        Yours sincerely,
        the online identity card renewal service
    .push-title = Application withdrawn
    .push = Application { $application } is withdrawn.

# The event in a calendar
appointment-summary = Pick up your identity card
appointment-description = Bring your old identity card and give the number of the application: { $application }.
