package org.keyway.simulator.reader;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ushort;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import org.eclipse.milo.opcua.stack.core.encoding.EncodingContext;
import org.eclipse.milo.opcua.stack.core.encoding.binary.OpcUaBinaryEncoder;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;

/** OpticalScanResult and ScanData in binary encoding (OPC 30010), with every optional field that lies before the symbology. */
final class ScanEncoding {
    private static final int OPTICAL_SCAN_RESULT = 5040;
    private static final int SCAN_DATA = 5030;

    private static final int LOCATION_GRADE_POSITION = 7;
    private static final int AND_SYMBOLOGY = 8;

    private static final int BYTE_STRING = 1;
    private static final int STRING = 2;
    private static final int EPC = 3;
    private static final int LOCATION_NAME = 4;
    private static final int PROTOCOL_CONTROL = 0x3000;

    private final EncodingContext context;
    private final int autoId;

    /** For a server in which AutoID has this namespace index. */
    ScanEncoding(EncodingContext context, int autoId) {
        this.context = context;
        this.autoId = autoId;
    }

    ExtensionObject scanResult(SimulatedCode code, DateTime time) {
        ByteBuf body = Unpooled.buffer();
        OpcUaBinaryEncoder encoder = new OpcUaBinaryEncoder(context).setBuffer(body);
        encoder.encodeUInt32(
                uint(code.symbology().isPresent() ? LOCATION_GRADE_POSITION | AND_SYMBOLOGY : LOCATION_GRADE_POSITION));
        encoder.encodeString(code.codeType());
        data(encoder, code);
        encoder.encodeDateTime(time);
        encoder.encodeUInt32(uint(LOCATION_NAME));
        encoder.encodeString("gate");
        encoder.encodeFloat(3.5f);
        for (int number : new int[] {10, 20, 100, 100, 0}) {
            encoder.encodeInt32(number);
        }
        code.symbology().ifPresent(encoder::encodeString);
        return encoded(body, OPTICAL_SCAN_RESULT);
    }

    ExtensionObject scanData(SimulatedCode code) {
        ByteBuf body = Unpooled.buffer();
        data(new OpcUaBinaryEncoder(context).setBuffer(body), code);
        return encoded(body, SCAN_DATA);
    }

    /** A body that nobody checked, as an OpticalScanResult. */
    ExtensionObject garbage(ByteString body) {
        return ExtensionObject.of(body, new NodeId(autoId, OPTICAL_SCAN_RESULT));
    }

    private static void data(OpcUaBinaryEncoder encoder, SimulatedCode code) {
        if (code.tag()) {
            encoder.encodeUInt32(uint(EPC));
            encoder.encodeUInt16(ushort(PROTOCOL_CONTROL));
            encoder.encodeByteString((ByteString) code.data());
            encoder.encodeUInt16(ushort(0));
            encoder.encodeUInt16(ushort(0));
        } else if (code.data() instanceof ByteString bytes) {
            encoder.encodeUInt32(uint(BYTE_STRING));
            encoder.encodeByteString(bytes);
        } else {
            encoder.encodeUInt32(uint(STRING));
            encoder.encodeString(code.data().toString());
        }
    }

    private ExtensionObject encoded(ByteBuf body, int encoding) {
        return ExtensionObject.of(ByteString.of(ByteBufUtil.getBytes(body)), new NodeId(autoId, encoding));
    }
}
