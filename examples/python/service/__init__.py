"""An example: the back end of a portal that renews identity cards, on FastAPI and SQLite.

`qujat` decides everything; this service only stores what happened and routes questions to it. Its
rulebook is an example overlay that extends the pilot by no official act.

- `app`, `server`: put the service together, and run it. `settings`, `desk`: what it works with.
- `gate`, `credentials`, `limits`, `connections`, `guards`: who comes in, how often, how slowly, and
  with how much. `logs`, `metrics`, `readiness`: what whoever runs it sees.
- `clock`: the only place that knows the time.
- `storage`: the tables. `keys`, `vault`: what is sealed in them. `archive`: the rules of the past.
- `filing`, `numbers`, `notices`, `pickup`, `sums`: the work on an application.
- `problems`, `texts`, `language`: answers to what went wrong, in the caller's language.
- `set_up`, `backup`, `retention`, `rotation`, `files`: the operator's commands.
- `routes`, `views`: the interface.
"""
