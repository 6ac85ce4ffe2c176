// Runs a program for WASI with this process's standard input and output, folder and vectors.

import { readFile } from 'node:fs/promises'
import { WASI } from 'node:wasi'

const wasi = new WASI({ version: 'preview1', args: ['answer'], env: process.env, preopens: { '/': '/' } })
const module = await WebAssembly.compile(await readFile(process.argv[2]))
process.exitCode = wasi.start(await WebAssembly.instantiate(module, wasi.getImportObject()))
