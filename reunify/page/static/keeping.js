// @ts-check
/** What is kept on this device, and only where that was asked: families as case files, in the browser's own store. */

/** @typedef {{ id: number, names: string, day: string, content: string }} Kept */

const STORE = "reunify";

/**
 * Open the store; where it is not there, make it only if something is to be kept.
 * @param {boolean} make
 * @returns {Promise<IDBDatabase | null>}
 */
function store(make) {
  return new Promise((opened, failed) => {
    const asked = indexedDB.open(STORE, 1);
    asked.onupgradeneeded = () => {
      if (make) asked.result.createObjectStore("cases", { keyPath: "id", autoIncrement: true });
      else asked.transaction?.abort();
    };
    asked.onsuccess = () => opened(asked.result);
    asked.onerror = () => (make ? failed(asked.error) : opened(null));
  });
}

/**
 * Do something in the store.
 * @template T
 * @param {boolean} make
 * @param {T} without What is given where there is no store.
 * @param {(cases: IDBObjectStore) => IDBRequest<any>} work
 * @returns {Promise<T>}
 */
async function inStore(make, without, work) {
  const opened = await store(make);
  if (!opened) return without;
  try {
    return await new Promise((done, failed) => {
      const asked = work(opened.transaction("cases", make ? "readwrite" : "readonly").objectStore("cases"));
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => failed(asked.error);
    });
  } finally {
    opened.close();
  }
}

/** @returns {Promise<Kept[]>} */
export function kept() {
  return inStore(false, /** @type {Kept[]} */ ([]), (cases) => cases.getAll());
}

/**
 * Keep a family; one that is kept already takes the place of what was kept of it.
 * @param {Omit<Kept, "id">} one
 * @param {number | null} id
 * @returns {Promise<number>}
 */
export function keep(one, id) {
  return inStore(true, 0, (cases) => cases.put(id === null ? one : { ...one, id }));
}

/**
 * Delete a family; with the last one goes the store.
 * @param {number} id
 */
export async function forget(id) {
  await inStore(true, undefined, (cases) => cases.delete(id));
  if (!(await kept()).length) {
    await new Promise((done) => {
      const asked = indexedDB.deleteDatabase(STORE);
      asked.onsuccess = asked.onerror = done;
    });
  }
}
