// The nodes of a hand-over as docs/plc-integration.md names them.
import { AttributeIds, DataType, VariantArrayType } from 'node-opcua-client';

export const LENGTH = 64;

/** What the PLC writes: by name, the type; the last one is the strobe. */
export const PLC_SIDE = {
  PlcHeartbeat: DataType.UInt32,
  PlcBootId: DataType.UInt32,
  StageNo: DataType.UInt32,
  StageCrc: DataType.UInt32,
  EchoCount: DataType.UInt32,
  EchoNo: DataType.UInt16,
  EchoValue: DataType.Double,
  EchoValueF: DataType.Float,
  PlcState: DataType.Int32,
  StageSeq: DataType.UInt32,
  ActiveSeq: DataType.UInt32,
  LastDoneSeq: DataType.UInt32,
  RejectCode: DataType.UInt16,
  RejectParamNo: DataType.UInt16,
  RunsCompleted: DataType.UInt32,
  PartsGood: DataType.UInt32,
  ResultCode: DataType.Int32,
  AckSeq: DataType.UInt32,
  AckCounter: DataType.UInt32,
};

/** What the PLC reads, and Keyway has on record before it shows it. */
export const OFFER = ['OfferSeqBegin', 'OfferSeqEnd', 'RunsPlanned', 'RecipeRevision', 'ProgramNo', 'JobOrderId', 'ProductId', 'SerialNumber',
  'RecipeId', 'ProgramName', 'ParamCount', 'ParamNo', 'ParamValue', 'OfferCrc', 'CommitStageNo', 'CommitSeq', 'WithdrawSeq'];

export const isArray = (name) => name.startsWith('Echo') && name !== 'EchoCount';
export const nodeOf = (machine, name) => `ns=8;s=${machine}/Handover/${name}`;

const TYPED = {
  [DataType.Byte]: Uint8Array,
  [DataType.Int16]: Int16Array,
  [DataType.UInt16]: Uint16Array,
  [DataType.Int32]: Int32Array,
  [DataType.UInt32]: Uint32Array,
  [DataType.Float]: Float32Array,
  [DataType.Double]: Float64Array,
};

export const scalar = (dataType, value) => ({ dataType, arrayType: VariantArrayType.Scalar, value });
export const array = (dataType, value, length = LENGTH) => ({
  dataType,
  arrayType: VariantArrayType.Array,
  value: new (TYPED[dataType] ?? Array)(length).fill(value),
});

/** A value for a node of the PLC's part: an array of it where the node has one. */
export const variant = (name, value) => (isArray(name) ? array : scalar)(PLC_SIDE[name], value);

/** A write of a variant, or of a whole DataValue, to a node of a hand-over. */
export const writing = (machine, name, value, more = {}) => ({
  nodeId: nodeOf(machine, name),
  attributeId: AttributeIds.Value,
  value: { value, ...more },
});
