// A NodeSet2 file as it is written: its model, and its nodes with their attributes and references (OPC 10000-6 Annex F).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const FOLDER = join(dirname(createRequire(import.meta.url).resolve('node-opcua-nodesets/package.json')), 'nodesets');
const NODE = /<UA(Object|Variable|Method|ObjectType|VariableType|ReferenceType|DataType|View)\b([^>]*?)(?:\/>|>([\s\S]*?)<\/UA\1>)/g;
const NAMED = /([\w:]+)="([^"]*)"/g;
const BASE_DATA_TYPE = 'i=24';
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const plain = (text) => text.replace(/&(\w+);/g, (whole, name) => ENTITIES[name] ?? whole);
const named = (text) => Object.fromEntries([...text.matchAll(NAMED)].map(([, name, value]) => [name, plain(value)]));

/** Reads a file of the package; `indexOf` gives the server's index of a namespace. */
export function nodeSet(file, indexOf) {
  const xml = readFileSync(join(FOLDER, file), 'utf8').replace(/<!--[\s\S]*?-->/g, '');
  const uris = ['http://opcfoundation.org/UA/', ...[...xml.matchAll(/<Uri>(.*?)<\/Uri>/g)].map(([, uri]) => uri)];
  const aliases = new Map([...xml.matchAll(/<Alias Alias="(.*?)">(.*?)<\/Alias>/g)].map(([, alias, id]) => [alias, id.trim()]));
  const index = (here) => indexOf(uris[here]);
  const id = (text) => {
    const [, namespace = '0', rest] = /^(?:ns=(\d+);)?(.*)$/.exec(aliases.get(text.trim()) ?? text.trim());
    return `ns=${index(Number(namespace))};${rest}`;
  };
  const name = (text) => {
    const [, namespace = '0', rest] = /^(?:(\d+):)?([\s\S]*)$/.exec(text);
    return `${index(Number(namespace))}:${rest}`;
  };
  const model = named(/<Model ([^>]*)>/.exec(xml)[1]);
  const nodes = [...xml.matchAll(NODE)].map(([, nodeClass, head, body = '']) => {
    const written = named(head);
    return {
      id: id(written.NodeId),
      nodeClass,
      browseName: name(written.BrowseName),
      dataType: id(written.DataType ?? BASE_DATA_TYPE),
      valueRank: Number(written.ValueRank ?? -1),
      isAbstract: written.IsAbstract === 'true',
      references: [...body.matchAll(/<Reference ([^>]*)>([^<]*)<\/Reference>/g)].map(([, how, where]) => {
        const { ReferenceType, IsForward } = named(how);
        return { type: id(ReferenceType), isForward: IsForward !== 'false', target: id(where) };
      }),
    };
  });
  return { uri: model.ModelUri, version: model.Version, published: model.PublicationDate, nodes };
}
