package kz.qujat

/** A number as it is written, so that it comes back as it was. */
data class Number(val text: String)

/** Reads JSON into maps, lists, strings, booleans, [Number]s and null. */
class Json private constructor(private val text: String) {
    private var at = 0

    private fun peek(): Char {
        while (text[at].isWhitespace()) at += 1
        return text[at]
    }

    private fun take(wanted: Char) {
        check(peek() == wanted) { "`$wanted` expected at $at" }
        at += 1
    }

    private fun value(): Any? = when (peek()) {
        '{' -> fields()
        '[' -> list()
        '"' -> string()
        't' -> word("true", true)
        'f' -> word("false", false)
        'n' -> word("null", null)
        else -> {
            val start = at
            while (at < text.length && text[at] in "+-.eE0123456789") at += 1
            Number(text.substring(start, at))
        }
    }

    private fun word(word: String, value: Any?): Any? {
        check(text.startsWith(word, at)) { "`$word` expected at $at" }
        at += word.length
        return value
    }

    private fun <T> until(end: Char, into: T, next: (T) -> Unit): T {
        at += 1
        if (peek() != end) {
            next(into)
            while (peek() == ',') {
                at += 1
                next(into)
            }
        }
        take(end)
        return into
    }

    private fun list(): List<Any?> = until(']', mutableListOf<Any?>()) { it.add(value()) }

    private fun fields(): Map<String, Any?> = until('}', linkedMapOf<String, Any?>()) {
        peek()
        val name = string()
        take(':')
        it[name] = value()
    }

    private fun string(): String = buildString {
        take('"')
        while (text[at] != '"') {
            if (text[at] == '\\') escaped(this) else append(text[at++])
        }
        at += 1
    }

    private fun escaped(into: StringBuilder) {
        val letter = text[at + 1]
        at += 2
        when (letter) {
            'u' -> {
                into.append(text.substring(at, at + 4).toInt(16).toChar())
                at += 4
            }
            else -> into.append(SHORT.entries.firstOrNull { it.value == letter }?.key ?: letter)
        }
    }

    companion object {
        private val SHORT = mapOf('\b' to 'b', '\t' to 't', '\n' to 'n', '\u000C' to 'f', '\r' to 'r')

        fun parse(text: String): Any? {
            val json = Json("$text\n")
            return json.value()
        }

        /** JSON text in the canonical form: if [sorted], fields in the order of names, without null. */
        fun write(value: Any?, sorted: Boolean = false): String = buildString { put(value, sorted) }

        private fun StringBuilder.put(value: Any?, sorted: Boolean) {
            when (value) {
                is String -> quote(value)
                is Number -> append(value.text)
                is List<*> -> {
                    append('[')
                    value.forEachIndexed { index, entry ->
                        if (index > 0) append(',')
                        put(entry, sorted)
                    }
                    append(']')
                }
                is Map<*, *> -> {
                    append('{')
                    var fields = value.entries.toList()
                    if (sorted) fields = fields.filter { it.value != null }.sortedBy { it.key as String }
                    fields.forEachIndexed { index, (name, field) ->
                        if (index > 0) append(',')
                        quote(name as String)
                        append(':')
                        put(field, sorted)
                    }
                    append('}')
                }
                else -> append(value.toString())
            }
        }

        private fun StringBuilder.quote(text: String) {
            append('"')
            for (letter in text) {
                when {
                    letter == '"' || letter == '\\' -> append('\\').append(letter)
                    letter in SHORT -> append('\\').append(SHORT[letter])
                    letter < ' ' -> append("\\u%04x".format(letter.code))
                    else -> append(letter)
                }
            }
            append('"')
        }
    }
}
