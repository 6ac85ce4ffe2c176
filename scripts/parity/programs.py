"""The program of each language that answers cases: one line of JSON in, one line out.

A question is `{"operation", "input"}`, written in ASCII, so that no reader takes a line separator
inside a text for the end of the line, and with its fields in order, since Rust's reader of questions
puts them in order anyway, and problems are reported in the order of the document. An answer is in the canonical form: no spaces, fields in the
order of their names, what is absent left out, texts unescaped where JSON allows it. Equal answers
are equal bytes.
"""

import json
import shlex
import subprocess
import tempfile


class Program:
    """A language, and the command that answers in it."""

    def __init__(self, text):
        self.language, _, command = text.partition("=")
        self.command = shlex.split(command)
        if not self.command:
            raise SystemExit(f"{text!r} is not LANGUAGE=COMMAND")

    def ask(self, questions, environment=None):
        """The answers, in order. Fewer answers than questions end the whole: nothing is skipped."""
        with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as got:
            for question in questions:
                given.write(json.dumps(question, sort_keys=True).encode() + b"\n")
            given.seek(0)
            status = subprocess.run(self.command, stdin=given, stdout=got, env=environment).returncode
            got.seek(0)
            answers = got.read().split(b"\n")[:-1]
        if len(answers) != len(questions) or status != 0:
            asked = f", asked {json.dumps(questions[len(answers)])}" if len(answers) < len(questions) else ""
            raise SystemExit(
                f"{self.language}: {len(answers)} of {len(questions)} answers, exit status {status}{asked}"
            )
        return answers
