"""The codes that are the service's own, with their texts. All others are those of `qujat`."""

from __future__ import annotations

import enum
from http import HTTPStatus

from qujat import LocalText


class ServiceCode(str, enum.Enum):
    """What can go wrong beside what the rules say. The values are stable."""

    APPLICATION_UNKNOWN = "APPLICATION_UNKNOWN"
    NUMBER_TAKEN = "NUMBER_TAKEN"
    NUMBER_UNUSABLE = "NUMBER_UNUSABLE"
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
    ROUTE_UNKNOWN = "ROUTE_UNKNOWN"
    METHOD_NOT_ALLOWED = "METHOD_NOT_ALLOWED"
    INTERNAL = "INTERNAL"


STATUS: dict[ServiceCode, HTTPStatus] = {
    ServiceCode.APPLICATION_UNKNOWN: HTTPStatus.NOT_FOUND,
    ServiceCode.NUMBER_TAKEN: HTTPStatus.CONFLICT,
    ServiceCode.NUMBER_UNUSABLE: HTTPStatus.UNPROCESSABLE_ENTITY,
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
    ServiceCode.INTERNAL: HTTPStatus.INTERNAL_SERVER_ERROR,
}

MESSAGES: dict[ServiceCode, LocalText] = {
    ServiceCode.APPLICATION_UNKNOWN: LocalText(
        kk="Мұндай нөмірлі өтініш жоқ. Нөмірді тексеріңіз.",
        ru="Заявления с таким номером нет. Проверьте номер.",
        en="There is no application with this number. Check the number.",
    ),
    ServiceCode.NUMBER_TAKEN: LocalText(
        kk="Бұл нөмірмен басқа өтініш берілген. Жаңа өтінішке жаңа нөмір беріңіз.",
        ru="Под этим номером уже подано другое заявление. Дайте новому заявлению новый номер.",
        en="Another application was filed under this number. Give the new one a new number.",
    ),
    ServiceCode.NUMBER_UNUSABLE: LocalText(
        kk="Өтініштің нөмірінде «/» таңбасы болмауы керек.",
        ru="В номере заявления не должно быть знака «/».",
        en="The number of an application must not have the character “/”.",
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
        kk="Жеке куәлік басқа ХҚО-да. Уақытты сол ХҚО-да таңдаңыз.",
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
        kk="Қазіргі күйде мүмкін емес",
        ru="Невозможно в нынешнем состоянии",
        en="Not possible in the present state",
    ),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: LocalText(
        kk="Тым үлкен", ru="Слишком много данных", en="Too large"
    ),
    HTTPStatus.UNPROCESSABLE_ENTITY: LocalText(
        kk="Деректерде қате бар", ru="В данных есть ошибки", en="There are mistakes in the data"
    ),
    HTTPStatus.INTERNAL_SERVER_ERROR: LocalText(
        kk="Қызметтің қатесі", ru="Ошибка службы", en="Failure of the service"
    ),
}
REFUSED = LocalText(
    kk="Онлайн ауыстыру мүмкін емес",
    ru="Онлайн-замена недоступна",
    en="Not available online",
)
