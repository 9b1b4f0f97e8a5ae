package org.keyway.opcua.autoid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyway.identifier.Scan;
import org.keyway.opcua.autoid.ReadCode.Content;

class CodeScanTest {
    private static Scan scan(String codeType, byte[] bytes) throws UnreadableCodeException {
        return CodeScan.of(new ReadCode(codeType, new Content.Octets(ByteString.of(bytes)), Optional.empty()));
    }

    private static Scan scan(String codeType, String text, String symbology) throws UnreadableCodeException {
        return CodeScan.of(new ReadCode(
                codeType, new Content.Text(text), Optional.of(symbology).filter(name -> !name.isEmpty())));
    }

    @Test
    void wellFormedUtf8IsReadAsItIs() throws UnreadableCodeException {
        assertThat(scan("RAW:BYTES", "缸体-7".getBytes(StandardCharsets.UTF_8)).data())
                .isEqualTo("缸体-7");
    }

    @Test
    void otherBytesBecomeACharacterEachSoThatNoneIsLost() throws UnreadableCodeException {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }

        String data = scan("RAW:BYTES", bytes).data();

        assertThat(data.getBytes(StandardCharsets.ISO_8859_1)).isEqualTo(bytes);
        assertThat(scan("RAW:BYTES", new byte[] {'M', (byte) 0xFC}).data()).isEqualTo("Mü");
    }

    @Test
    void whatATagHoldsBecomesHexadecimalDigits() throws UnreadableCodeException {
        byte[] bytes = {0x30, (byte) 0xAB, 0};
        assertThat(scan("EPC", bytes).data()).isEqualTo("30AB00");
        assertThat(scan("UID", bytes).data()).isEqualTo("30AB00");
        assertThat(CodeScan.of(new ReadCode("EPC", new Content.Tag(ByteString.of(bytes)), Optional.empty()))
                        .data())
                .isEqualTo("30AB00");
    }

    @ParameterizedTest
    @CsvSource({
        "RAW:STRING,0106901234000016,]d2,]d2",
        "RAW:STRING,0106901234000016,Q3,]Q3",
        "RAW:STRING,0106901234000016,GS1 DataMatrix,]d2",
        "RAW:STRING,0106901234000016,GS1-128,]C1",
        "GS1,0106901234000016,DataMatrix,]d2",
        "GS1,0106901234000016,QR Code,]Q3",
        "GS1,0106901234000016,CODE_128,]C1",
        "RAW:STRING,6901234000016,EAN-13,]E0",
        "RAW:STRING,69012341,EAN-8,]E4",
    })
    void aSymbologyThatIsKnownIsToldToTheParser(String codeType, String data, String name, String identifier)
            throws UnreadableCodeException {
        assertThat(scan(codeType, data, name)).isEqualTo(new Scan(data, Optional.of(identifier)));
    }

    @ParameterizedTest
    @CsvSource({
        "RAW:STRING,0106901234000016,DataMatrix",
        "RAW:STRING,0106901234000016,QR",
        "RAW:STRING,6901234000016123,EAN-13",
        "RAW:STRING,A,whatever",
        "RAW:STRING,]d2A,]Q1",
        "GS1,[)>A,DataMatrix",
    })
    void aNameThatLeavesFnc1OpenIsNoIdentifier(String codeType, String data, String name)
            throws UnreadableCodeException {
        assertThat(scan(codeType, data, name)).isEqualTo(Scan.of(data));
    }

    @Test
    void aGs1CodeOfAnUnknownSymbologyIsMarkedAsOne() throws UnreadableCodeException {
        assertThat(scan("GS1", "0106901234000016", "")).isEqualTo(Scan.of("\u001D0106901234000016"));
        assertThat(scan("GS1", "\u001D0106901234000016", "")).isEqualTo(Scan.of("\u001D0106901234000016"));
        assertThat(scan("GS1", "(01)06901234000016", "")).isEqualTo(Scan.of("(01)06901234000016"));
    }

    @Test
    void nothingIsNoScan() {
        assertThat(catchThrowableOfType(UnreadableCodeException.class, () -> scan("RAW:STRING", "", ""))
                        .code())
                .isEqualTo(AutoIdCode.EMPTY);
    }
}
