import schema from './schema.js'

export const { applicationForm, cardNumber, email, iin, phone } = schema
