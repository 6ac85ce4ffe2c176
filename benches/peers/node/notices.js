'use strict'

// The code that a good team would write for notices, with handlebars and a library for segments, or
// by hand.

const Handlebars = require('handlebars')
const { SegmentedMessage } = require('sms-segments-calculator')

const text = (source) => Handlebars.compile(source, { noEscape: true, strict: true })
const html = (source) => Handlebars.compile(source, { strict: true })

const templates = {
  sms: text(
    'Жеке куәлік дайын. Удостоверение по заявлению {{application}} готово: {{day}} в {{time}}, {{centre}}, {{address}}.',
  ),
  subject: text('Удостоверение личности готово: заявление {{application}}'),
  text: text(
    'Здравствуйте!\n\nУдостоверение личности по заявлению {{application}} готово.\n' +
      'Получите его {{day}} в {{time}}: {{centre}}, {{address}}.\n\nВозьмите с собой прежнее удостоверение.\n',
  ),
  html: html(
    "<!DOCTYPE html><html lang='ru'><body><p>Здравствуйте!</p>" +
      '<p>Удостоверение личности по заявлению <b>{{application}}</b> готово.</p>' +
      '<p>Получите его {{day}} в {{time}}: {{centre}}, {{address}}.</p>' +
      '<p>Возьмите с собой прежнее удостоверение.</p></body></html>',
  ),
}

const written = new Intl.DateTimeFormat('ru', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })

const BASIC = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡" +
    'ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const EXTENSION = new Set('^{}\\[~]|€\f')

function segmentsByHand(message) {
  let units = 0
  for (const letter of message) {
    if (BASIC.has(letter)) units += 1
    else if (EXTENSION.has(letter)) units += 2
    else return message.length <= 70 ? 1 : Math.ceil(message.length / 67)
  }
  return units <= 160 ? 1 : Math.ceil(units / 153)
}

function segmentsWithLibrary(message) {
  return new SegmentedMessage(message).segmentsCount
}

/** The SMS with its segments, and the e-mail. */
function notice({ application, on, time, centre, address }, segmentsOf) {
  const data = { application, day: written.format(Date.parse(on)), time, centre, address }
  const sms = templates.sms(data)
  const email = { subject: templates.subject(data), text: templates.text(data), html: templates.html(data) }
  return { sms: { text: sms, segments: segmentsOf(sms) }, email }
}

module.exports = { notice, segmentsByHand, segmentsWithLibrary }
