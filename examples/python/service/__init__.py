"""An example: the back end of a portal that renews identity cards, on FastAPI and SQLite.

`qujat` decides everything; this service only stores what happened and routes questions to it. Its
rulebook is an example overlay that extends the pilot by no official act.

- `app`: puts the service together. `settings`, `desk`: what it works with.
- `clock`: the only place that knows the time.
- `storage`: the tables. `filing`, `notices`, `pickup`: the work on an application.
- `problems`, `texts`, `language`: answers to what went wrong, in the caller's language.
- `guards`: limits on bodies, and the log. `routes`, `views`: the interface.
"""
