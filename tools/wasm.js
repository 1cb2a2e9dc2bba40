/**
 * WebAssembly's binary format, as far as it takes to take modules apart and put them together again (`unreached.js`,
 * `locals.js`, `order.js`).
 */

/** Kinds of sections. */
export const [FUNCTIONS, EXPORTS, START, ELEMENTS, CODE] = [3, 7, 8, 9, 10];
const [TYPES, IMPORTS] = [1, 2];
/** Kinds of what is imported and exported. */
export const FUNCTION = 0;
const [MEMORY, GLOBAL] = [2, 3];
/** The part of the section of names that is about functions. */
const FUNCTION_NAMES = 1;

/** What of a module those need to know who take it apart. */
export function parse(wasm) {
  const sections = [];
  const top = new Reader(wasm, 8);
  while (top.at < wasm.length) {
    const id = top.byte();
    const size = top.number();
    sections.push({ id, start: top.at, end: top.at + size });
    top.at += size;
  }
  const entries = (id, read) => {
    const found = sections.find((section) => section.id === id);
    if (!found) return [];
    const reader = new Reader(wasm, found.start);
    return Array.from({ length: reader.number() }, () => read(reader));
  };
  const signatures = entries(TYPES, (reader) => {
    reader.byte();
    return [reader.numbers(), reader.numbers()];
  });
  const imports = entries(IMPORTS, (reader) => {
    const imported = { module: reader.text(), name: reader.text(), kind: reader.byte() };
    if (imported.kind === FUNCTION) return { ...imported, type: reader.number() };
    if (imported.kind !== MEMORY) reader.byte();
    if (imported.kind === GLOBAL) reader.byte();
    else reader.limits();
    return imported;
  }).filter(({ kind }) => kind === FUNCTION);
  const types = [...imports.map(({ type }) => type), ...entries(FUNCTIONS, (reader) => reader.number())];
  const exports = entries(EXPORTS, (reader) => [reader.text(), reader.byte(), reader.number()]);
  const segments = entries(ELEMENTS, (reader) => {
    const from = reader.at;
    const flag = reader.number();
    if (flag !== 0 && flag !== 2) throw new Error(`elements of kind ${flag}`);
    if (flag === 2) reader.number();
    reader.expression();
    if (flag === 2) reader.byte();
    const head = wasm.subarray(from, reader.at);
    return { head, functions: Array.from({ length: reader.number() }, () => reader.number()) };
  });
  const elements = segments.flatMap(({ functions }) => functions);
  const bodies = entries(CODE, (reader) => {
    const size = reader.number();
    const start = reader.at;
    reader.at += size;
    return [start, reader.at];
  });
  const [start] = sections.filter(({ id }) => id === START).map((section) => new Reader(wasm, section.start).number());
  const roots = exports.filter(([, kind]) => kind === FUNCTION).map(([, , index]) => index);
  if (start !== undefined) roots.push(start);
  return {
    ...{ wasm, imports, types, exports, start, segments, elements, bodies, roots },
    /** The names of functions, where they are still there. */
    names: namesOf(wasm, sections),
    /** A function's body, with other numbers for the functions that it names. */
    body: (index, renumbered) => {
      const [start, end] = bodies[index - imports.length];
      const pieces = [];
      let done = start;
      eachFunction(wasm, [start, end], (called, from, to) => {
        pieces.push(wasm.subarray(done, from), bytes(...leb(renumbered(called))));
        done = to;
      });
      return Buffer.concat([...pieces, wasm.subarray(done, end)]);
    },
    /** A function's body and those of its variables, parameters aside, whose numbers take a byte: what type, which number, and where. */
    variables: (index) => {
      const [start, end] = bodies[index - imports.length];
      const [parameters] = signatures[types[index]];
      const own = new Reader(wasm, start).variables().map((type, at) => ({ type, number: parameters.length + at, places: [] }));
      eachVariable(wasm, [start, end], (number, from) => own[number - parameters.length]?.places.push(from - start));
      return { body: Buffer.from(wasm.subarray(start, end)), variables: own.filter(({ number, places }) => number < 128 && places.length) };
    },
    /** The module with some of its sections replaced; names and the like only with `custom`. */
    written: (replaced, { custom = false } = {}) =>
      Buffer.concat([
        wasm.subarray(0, 8),
        ...sections.filter(({ id }) => custom || id !== 0).map(({ id, start, end }) => section(id, replaced[id] ?? wasm.subarray(start, end))),
      ]),
  };
}

/** What the section of names calls the functions, by number. */
function namesOf(wasm, sections) {
  const names = new Map();
  for (const { id, start, end } of sections) {
    const reader = new Reader(wasm, start);
    if (id !== 0 || reader.text() !== "name") continue;
    while (reader.at < end) {
      const kind = reader.byte();
      const next = reader.number() + reader.at;
      if (kind === FUNCTION_NAMES) for (let left = reader.number(); left > 0; left--) names.set(reader.number(), reader.text());
      reader.at = next;
    }
  }
  return names;
}

/** Calls `visit` with every function's number in a body, and where it stands. */
export const eachFunction = (wasm, body, visit) => eachNumber(wasm, body, FUNCTION_INSTRUCTIONS, visit);

/** The same with every variable's. */
const eachVariable = (wasm, body, visit) => eachNumber(wasm, body, VARIABLE_INSTRUCTIONS, visit);

/** call, return_call, ref.func */
const FUNCTION_INSTRUCTIONS = [0x10, 0x12, 0xd2];
/** local.get, local.set, local.tee */
const VARIABLE_INSTRUCTIONS = [0x20, 0x21, 0x22];

function eachNumber(wasm, [start, end], instructions, visit) {
  const reader = new Reader(wasm, start);
  reader.variables();
  while (reader.at < end) {
    const named = instructions.includes(wasm[reader.at]);
    const [from, to] = reader.instruction();
    if (named) visit(new Reader(wasm, from).number(), from, to);
  }
  if (reader.at !== end) throw new Error("a body was misread");
}

/** How many numbers follow an instruction of the group 0xFC. */
const MISCELLANEOUS = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1];

class Reader {
  constructor(wasm, at) {
    this.wasm = wasm;
    this.at = at;
  }

  byte() {
    return this.wasm[this.at++];
  }

  number() {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }

  skip(numbers) {
    for (; numbers > 0; numbers--) while (this.byte() > 127);
  }

  text() {
    const length = this.number();
    return this.wasm.toString("utf8", this.at, (this.at += length));
  }

  limits() {
    return this.byte() & 1 ? [this.number(), this.number()] : [this.number()];
  }

  expression() {
    while (this.wasm[this.at] !== 0x0b) this.instruction();
    this.at += 1;
  }

  /** A row of numbers, as parameters stand in a type. */
  numbers() {
    return Array.from({ length: this.number() }, () => this.number());
  }

  /** The types of a body's variables, parameters aside. */
  variables() {
    const groups = Array.from({ length: this.number() }, () => [this.number(), this.byte()]);
    return groups.flatMap(([count, type]) => Array(count).fill(type));
  }

  /** Reads an instruction; from where to where what stands behind its code does. */
  instruction() {
    const code = this.byte();
    const from = this.at;
    // calls, ref.func; block, loop, if; br, br_if; variables and tables; memory.size and .grow; constants; ref.null
    if ([0x10, 0x12, 0xd2, 0x02, 0x03, 0x04, 0x0c, 0x0d, 0x3f, 0x40, 0x41, 0x42, 0xd0].includes(code) || (code >= 0x20 && code <= 0x26)) this.skip(1);
    // call_indirect and its like; loads and stores
    else if (code === 0x11 || code === 0x13 || (code >= 0x28 && code <= 0x3e)) this.skip(2);
    // br_table
    else if (code === 0x0e) this.skip(this.number() + 1);
    // select of a type
    else if (code === 0x1c) this.at += this.number();
    // constants that are no whole numbers
    else if (code === 0x43) this.at += 4;
    else if (code === 0x44) this.at += 8;
    else if (code === 0xfc) this.skip(MISCELLANEOUS[this.number()]);
    else if (!(code <= 0x01 || [0x05, 0x0b, 0x0f, 0x1a, 0x1b, 0xd1].includes(code) || (code >= 0x45 && code <= 0xc4))) {
      throw new Error(`an instruction that is not known: 0x${code.toString(16)}`);
    }
    return [from, this.at];
  }
}

export const bytes = (...values) => Buffer.from(values);
export const sized = (body) => Buffer.concat([bytes(...leb(body.length)), body]);
export const section = (id, body) => Buffer.concat([bytes(id), sized(body)]);
export const list = (entries) => Buffer.concat([bytes(...leb(entries.length)), ...entries]);
export const text = (words) => sized(Buffer.from(words));

/** A number as WebAssembly writes it (unsigned LEB128). */
export function leb(value) {
  const written = [];
  do {
    const low = value & 127;
    value >>>= 7;
    written.push(value ? low | 128 : low);
  } while (value);
  return written;
}
