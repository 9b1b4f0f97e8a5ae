package org.keyway.opcua.autoid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.opcua.autoid.ReadCode.Content;

class ScanResultDecoderTest {
    private static final int OPTICAL = 5040;
    private static final int RFID = 5011;
    private static final long TIME = 133_000_000_000_000_000L;

    private final NamespaceTable namespaces = new NamespaceTable();
    private final int autoId = namespaces.add(AutoId.URI).intValue();
    private final ScanResultDecoder decoder = ScanResultDecoder.in(namespaces);

    /** Builds bodies byte by byte, as OPC 10000-6 5.2 says. */
    private static final class Body {
        private final ByteBuffer bytes = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);

        Body number(int number) {
            bytes.putInt(number);
            return this;
        }

        Body text(String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            bytes.putInt(utf8.length).put(utf8);
            return this;
        }

        Body raw(int... values) {
            for (int value : values) {
                bytes.put((byte) value);
            }
            return this;
        }

        Body time() {
            bytes.putLong(TIME);
            return this;
        }

        Body zeros(int count) {
            bytes.put(new byte[count]);
            return this;
        }

        ByteString done() {
            byte[] all = new byte[bytes.position()];
            bytes.flip().get(all);
            return ByteString.of(all);
        }
    }

    private ExtensionObject encoded(Body body, int encoding) {
        return ExtensionObject.of(body.done(), new NodeId(autoId, encoding));
    }

    private AutoIdCode refusal(ExtensionObject encoded) {
        return catchThrowableOfType(UnreadableCodeException.class, () -> decoder.scanResult(encoded))
                .code();
    }

    private static Body string(int mask, String text) {
        return new Body().number(mask).text("RAW:STRING").number(2).text(text).time();
    }

    @Test
    void aSymbologyIsFoundBehindAnyOtherOptionalField() throws UnreadableCodeException {
        assertThat(decoder.scanResult(encoded(string(8, "A").text("QR"), OPTICAL)))
                .isEqualTo(new ReadCode("RAW:STRING", new Content.Text("A"), Optional.of("QR")));
        for (Body location : new Body[] {
            string(15, "A").number(1).text("$GPGGA"),
            string(15, "A").number(2).zeros(44),
            string(15, "A").number(3).text("N").zeros(8).text("E").zeros(8 + 8 + 8 + 8 + 4 + 4),
            string(15, "A").number(4).text("gate"),
            string(15, "A").number(0)
        }) {
            Body whole = location.zeros(4).zeros(20).text("QR");
            assertThat(decoder.scanResult(encoded(whole, OPTICAL)).symbology()).contains("QR");
        }
        assertThat(decoder.scanResult(encoded(string(0, "A"), OPTICAL)).symbology())
                .isEmpty();
    }

    @Test
    void aResultOfAnotherKindIsReadAsFarAsAllKindsAreAlike() throws UnreadableCodeException {
        Body tag = new Body()
                .number(0)
                .text("EPC")
                .number(3)
                .raw(0, 0x30)
                .number(2)
                .raw(0xE2, 0x80)
                .raw(0, 0, 0, 0);

        assertThat(decoder.scanResult(encoded(tag.time().number(0), RFID)))
                .isEqualTo(new ReadCode(
                        "EPC",
                        new Content.Tag(ByteString.of(new byte[] {(byte) 0xE2, (byte) 0x80})),
                        Optional.empty()));
    }

    @Test
    void customDataAreTakenWhereTheyAreTextOrBytes() throws UnreadableCodeException {
        Body text = new Body()
                .number(0)
                .text("CUSTOM:x")
                .number(4)
                .raw(12)
                .text("A")
                .time();
        Body number =
                new Body().number(0).text("CUSTOM:x").number(4).raw(6).number(7).time();

        assertThat(decoder.scanResult(encoded(text, OPTICAL)).content()).isEqualTo(new Content.Text("A"));
        assertThat(refusal(encoded(number, OPTICAL))).isEqualTo(AutoIdCode.UNKNOWN_KIND);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 255, -1, Integer.MIN_VALUE})
    void aSwitchThatTheStandardDoesNotKnowIsRefused(int kind) {
        assertThat(refusal(encoded(
                        new Body().number(0).text("GS1").number(kind).text("A").time(), OPTICAL)))
                .isEqualTo(AutoIdCode.UNKNOWN_KIND);
    }

    @Test
    void noDataAndTooMuchAreRefused() {
        assertThat(refusal(encoded(new Body().number(0).text("GS1").number(0).time(), OPTICAL)))
                .isEqualTo(AutoIdCode.EMPTY);
        ByteString huge = ByteString.of(new byte[StructureBody.LONGEST + 1]);
        assertThat(refusal(ExtensionObject.of(huge, new NodeId(autoId, OPTICAL))))
                .isEqualTo(AutoIdCode.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, Integer.MIN_VALUE, Integer.MAX_VALUE, 1000})
    void aLengthThatTheBodyDoesNotHoldIsRefused(int length) {
        Body body = new Body().number(0).text("GS1").number(1).number(length).raw(1, 2, 3);

        assertThat(refusal(encoded(body, OPTICAL))).isEqualTo(AutoIdCode.MALFORMED);
    }

    @Test
    void whateverIsCutOffOrTurnedOverIsReadOrRefusedAndNothingElse() {
        byte[] whole = string(15, "0106901234000016")
                .number(3)
                .text("N")
                .zeros(8)
                .text("E")
                .zeros(40)
                .zeros(24)
                .text("QR")
                .done()
                .bytesOrEmpty();
        Random random = new Random(30010);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = java.util.Arrays.copyOf(whole, random.nextInt(whole.length + 1));
            for (int flips = random.nextInt(4); flips > 0 && bytes.length > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(decoder.scanResult(ExtensionObject.of(ByteString.of(bytes), new NodeId(autoId, OPTICAL)))
                                .codeType())
                        .isNotBlank();
            } catch (UnreadableCodeException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1000, 19_999);
    }

    @Test
    void aLastScanIsTextOrBytesOrAStructure() throws UnreadableCodeException {
        assertThat(decoder.lastScan("A"))
                .isEqualTo(new ReadCode("RAW:STRING", new Content.Text("A"), Optional.empty()));
        assertThat(decoder.lastScan(ByteString.of(new byte[] {65})).codeType()).isEqualTo("RAW:BYTES");
        assertThat(decoder.lastScan(encoded(new Body().number(2).text("A"), 5030))
                        .content())
                .isEqualTo(new Content.Text("A"));
        assertThat(decoder.lastScan(encoded(string(0, "A"), OPTICAL)).content()).isEqualTo(new Content.Text("A"));
        assertThat(catchThrowableOfType(UnreadableCodeException.class, () -> decoder.lastScan(7))
                        .code())
                .isEqualTo(AutoIdCode.MALFORMED);
    }
}
