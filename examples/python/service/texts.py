"""The codes that are the service's own, with their texts. All others are those of `qujat`."""

from __future__ import annotations

import enum
from http import HTTPStatus

from qujat import LocalText


class ServiceCode(str, enum.Enum):
    """What can go wrong beside what the rules say. The values are stable."""

    UNAUTHENTICATED = "UNAUTHENTICATED"
    FORBIDDEN = "FORBIDDEN"
    TOO_MANY_REQUESTS = "TOO_MANY_REQUESTS"
    APPLICATION_UNKNOWN = "APPLICATION_UNKNOWN"
    APPLICATION_ERASED = "APPLICATION_ERASED"
    APPLICATION_OPEN = "APPLICATION_OPEN"
    KEY_REUSED = "KEY_REUSED"
    NUMBER_GIVEN = "NUMBER_GIVEN"
    FEEDBACK_OUT_OF_RANGE = "FEEDBACK_OUT_OF_RANGE"
    APPLICATION_ENDED = "APPLICATION_ENDED"
    EVENT_IN_FUTURE = "EVENT_IN_FUTURE"
    NOT_FOR_PICKUP = "NOT_FOR_PICKUP"
    BEFORE_READY = "BEFORE_READY"
    CARD_ELSEWHERE = "CARD_ELSEWHERE"
    SLOT_NOT_FREE = "SLOT_NOT_FREE"
    NO_BOOKING = "NO_BOOKING"
    BODY_TOO_LARGE = "BODY_TOO_LARGE"
    PARAMETER_INVALID = "PARAMETER_INVALID"
    REQUEST_INVALID = "REQUEST_INVALID"
    BODY_TOO_SLOW = "BODY_TOO_SLOW"
    BUSY = "BUSY"
    NOT_READY = "NOT_READY"
    ROUTE_UNKNOWN = "ROUTE_UNKNOWN"
    METHOD_NOT_ALLOWED = "METHOD_NOT_ALLOWED"
    INTERNAL = "INTERNAL"


STATUS: dict[ServiceCode, HTTPStatus] = {
    ServiceCode.APPLICATION_UNKNOWN: HTTPStatus.NOT_FOUND,
    ServiceCode.APPLICATION_ENDED: HTTPStatus.CONFLICT,
    ServiceCode.EVENT_IN_FUTURE: HTTPStatus.UNPROCESSABLE_ENTITY,
    ServiceCode.NOT_FOR_PICKUP: HTTPStatus.CONFLICT,
    ServiceCode.BEFORE_READY: HTTPStatus.CONFLICT,
    ServiceCode.CARD_ELSEWHERE: HTTPStatus.CONFLICT,
    ServiceCode.SLOT_NOT_FREE: HTTPStatus.CONFLICT,
    ServiceCode.NO_BOOKING: HTTPStatus.NOT_FOUND,
    ServiceCode.BODY_TOO_LARGE: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    ServiceCode.PARAMETER_INVALID: HTTPStatus.UNPROCESSABLE_ENTITY,
    ServiceCode.REQUEST_INVALID: HTTPStatus.BAD_REQUEST,
    ServiceCode.ROUTE_UNKNOWN: HTTPStatus.NOT_FOUND,
    ServiceCode.METHOD_NOT_ALLOWED: HTTPStatus.METHOD_NOT_ALLOWED,
    ServiceCode.UNAUTHENTICATED: HTTPStatus.UNAUTHORIZED,
    ServiceCode.FORBIDDEN: HTTPStatus.FORBIDDEN,
    ServiceCode.TOO_MANY_REQUESTS: HTTPStatus.TOO_MANY_REQUESTS,
    ServiceCode.APPLICATION_ERASED: HTTPStatus.GONE,
    ServiceCode.APPLICATION_OPEN: HTTPStatus.CONFLICT,
    ServiceCode.KEY_REUSED: HTTPStatus.UNPROCESSABLE_ENTITY,
    ServiceCode.NUMBER_GIVEN: HTTPStatus.UNPROCESSABLE_ENTITY,
    ServiceCode.FEEDBACK_OUT_OF_RANGE: HTTPStatus.UNPROCESSABLE_ENTITY,
    ServiceCode.BODY_TOO_SLOW: HTTPStatus.REQUEST_TIMEOUT,
    ServiceCode.BUSY: HTTPStatus.SERVICE_UNAVAILABLE,
    ServiceCode.NOT_READY: HTTPStatus.SERVICE_UNAVAILABLE,
    ServiceCode.INTERNAL: HTTPStatus.INTERNAL_SERVER_ERROR,
}

MESSAGES: dict[ServiceCode, LocalText] = {
    ServiceCode.APPLICATION_UNKNOWN: LocalText(
        kk="Мұндай нөмірлі өтініш жоқ. Нөмірді тексеріңіз.",
        ru="Заявления с таким номером нет. Проверьте номер.",
        en="There is no application with this number. Check the number.",
    ),
    ServiceCode.APPLICATION_ENDED: LocalText(
        kk="Өтініш бойынша жұмыс аяқталған.",
        ru="Работа по заявлению завершена.",
        en="The application is closed.",
    ),
    ServiceCode.EVENT_IN_FUTURE: LocalText(
        kk="Оқиғаның көрсетілген уақыты әлі келген жоқ.",
        ru="Указанное время события ещё не наступило.",
        en="The event is dated in the future.",
    ),
    ServiceCode.NOT_FOR_PICKUP: LocalText(
        kk="Бұл жеке куәлікті курьер жеткізеді.",
        ru="Это удостоверение доставит курьер.",
        en="This identity card is delivered by courier.",
    ),
    ServiceCode.BEFORE_READY: LocalText(
        kk="Жеке куәлік бұл күнге дайын болмайды. Кейінгі күнді таңдаңыз.",
        ru="К этому дню удостоверение ещё не будет готово. Выберите более поздний день.",
        en="The identity card is not ready by this day. Choose a later one.",
    ),
    ServiceCode.CARD_ELSEWHERE: LocalText(
        kk="Жеке куәлік басқа ХҚКО-да. Уақытты сол ХҚКО-да таңдаңыз.",
        ru="Удостоверение находится в другом ЦОНе. Выберите время в нём.",
        en="The identity card lies at another Public Service Centre. Choose a time there.",
    ),
    ServiceCode.SLOT_NOT_FREE: LocalText(
        kk="Бұл уақытта бос орын жоқ. Басқа уақытты таңдаңыз.",
        ru="На это время нет свободных мест. Выберите другое время.",
        en="There is no free place at this time. Choose another time.",
    ),
    ServiceCode.NO_BOOKING: LocalText(
        kk="Жеке куәлікті алу уақыты таңдалмаған.",
        ru="Время получения удостоверения не выбрано.",
        en="No time has been chosen for the pickup.",
    ),
    ServiceCode.BODY_TOO_LARGE: LocalText(
        kk="Жіберілген деректердің көлемі тым үлкен.",
        ru="Слишком большой объём переданных данных.",
        en="Too much data was sent.",
    ),
    ServiceCode.PARAMETER_INVALID: LocalText(
        kk="Сұраудың параметрі берілмеген немесе қате.",
        ru="Параметр запроса не указан или указан неверно.",
        en="A parameter of the request is missing or wrong.",
    ),
    ServiceCode.REQUEST_INVALID: LocalText(
        kk="Сұрау қате құрылған.",
        ru="Запрос составлен неверно.",
        en="The request is malformed.",
    ),
    ServiceCode.ROUTE_UNKNOWN: LocalText(
        kk="Мұндай мекенжай жоқ.", ru="Такого адреса нет.", en="There is no such address."
    ),
    ServiceCode.METHOD_NOT_ALLOWED: LocalText(
        kk="Бұл мекенжайда мұндай әрекетке жол берілмейді.",
        ru="Такое действие по этому адресу недопустимо.",
        en="This address does not allow that method.",
    ),
    ServiceCode.UNAUTHENTICATED: LocalText(
        kk="Қызметке кіру үшін жарамды кілт керек.",
        ru="Для доступа к службе нужен действующий ключ.",
        en="The service needs valid credentials.",
    ),
    ServiceCode.FORBIDDEN: LocalText(
        kk="Бұл әрекетке құқығыңыз жоқ.",
        ru="У вас нет права на это действие.",
        en="These credentials do not allow this.",
    ),
    ServiceCode.TOO_MANY_REQUESTS: LocalText(
        kk="Сұраулар тым көп. Кейінірек қайталап көріңіз.",
        ru="Слишком много запросов. Повторите попытку позже.",
        en="Too many requests. Try again later.",
    ),
    ServiceCode.APPLICATION_ERASED: LocalText(
        kk="Өтініштің деректері жойылған.",
        ru="Данные заявления удалены.",
        en="The data of this application were erased.",
    ),
    ServiceCode.APPLICATION_OPEN: LocalText(
        kk="Бұл ЖСН бойынша басқа өтініш қаралып жатыр. Оның аяқталуын күтіңіз.",
        ru="По этому ИИН уже рассматривается другое заявление. Дождитесь его завершения.",
        en="Another application for this IIN is open. Wait until it is closed.",
    ),
    ServiceCode.KEY_REUSED: LocalText(
        kk="Бұл Idempotency-Key кілтімен басқа өтініш берілген. Жаңа өтінішке жаңа кілт беріңіз.",
        ru="С этим ключом Idempotency-Key подано другое заявление. Дайте новому новый ключ.",
        en="Another application was filed with this Idempotency-Key. Give the new one a new key.",
    ),
    ServiceCode.NUMBER_GIVEN: LocalText(
        kk="Өтініштің нөмірін қызмет береді. «number» өрісін алып тастаңыз.",
        ru="Номер заявлению присваивает служба. Уберите поле «number».",
        en="The service gives an application its number. Leave the field “number” out.",
    ),
    ServiceCode.FEEDBACK_OUT_OF_RANGE: LocalText(
        kk="Пікірдің көрсетілген уақыты мүмкін емес.",
        ru="Указанное время отзыва невозможно.",
        en="The feedback is dated before the pilot or in the future.",
    ),
    ServiceCode.BODY_TOO_SLOW: LocalText(
        kk="Деректер тым баяу жіберілді.",
        ru="Данные передавались слишком медленно.",
        en="The data were sent too slowly.",
    ),
    ServiceCode.BUSY: LocalText(
        kk="Қызмет бос емес. Кейінірек қайталап көріңіз.",
        ru="Служба занята. Повторите попытку позже.",
        en="The service is busy. Try again later.",
    ),
    ServiceCode.NOT_READY: LocalText(
        kk="Қызмет дайын емес.",
        ru="Служба не готова.",
        en="The service is not ready.",
    ),
    ServiceCode.INTERNAL: LocalText(
        kk="Қызметте қате пайда болды. Кейінірек қайталап көріңіз.",
        ru="В службе произошла ошибка. Повторите попытку позже.",
        en="The service failed. Try again later.",
    ),
}

TITLES: dict[HTTPStatus, LocalText] = {
    HTTPStatus.BAD_REQUEST: LocalText(
        kk="Сұрау қате", ru="Неверный запрос", en="Malformed request"
    ),
    HTTPStatus.NOT_FOUND: LocalText(kk="Табылмады", ru="Не найдено", en="Not found"),
    HTTPStatus.METHOD_NOT_ALLOWED: LocalText(
        kk="Әрекетке жол берілмейді", ru="Действие недопустимо", en="Method not allowed"
    ),
    HTTPStatus.CONFLICT: LocalText(
        kk="Қазіргі мәртебесінде мүмкін емес",
        ru="Невозможно при нынешнем статусе",
        en="Not possible in the present state",
    ),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: LocalText(
        kk="Тым үлкен", ru="Слишком много данных", en="Too large"
    ),
    HTTPStatus.UNPROCESSABLE_ENTITY: LocalText(
        kk="Деректерде қате бар", ru="В данных есть ошибки", en="There are mistakes in the data"
    ),
    HTTPStatus.UNAUTHORIZED: LocalText(
        kk="Кіру расталмады", ru="Доступ не подтверждён", en="Not authenticated"
    ),
    HTTPStatus.FORBIDDEN: LocalText(kk="Рұқсат жоқ", ru="Доступ запрещён", en="Not allowed"),
    HTTPStatus.REQUEST_TIMEOUT: LocalText(kk="Уақыт бітті", ru="Время истекло", en="Out of time"),
    HTTPStatus.GONE: LocalText(kk="Жойылған", ru="Удалено", en="Erased"),
    HTTPStatus.TOO_MANY_REQUESTS: LocalText(
        kk="Сұраулар тым көп", ru="Слишком много запросов", en="Too many requests"
    ),
    HTTPStatus.SERVICE_UNAVAILABLE: LocalText(
        kk="Қызмет қолжетімсіз", ru="Служба недоступна", en="Not available"
    ),
    HTTPStatus.INTERNAL_SERVER_ERROR: LocalText(
        kk="Қызмет қатесі", ru="Ошибка службы", en="Failure of the service"
    ),
}
REFUSED = LocalText(
    kk="Онлайн ауыстыру мүмкін емес",
    ru="Онлайн-замена недоступна",
    en="Not available online",
)
