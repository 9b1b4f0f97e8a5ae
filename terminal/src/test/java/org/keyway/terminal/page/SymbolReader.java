package org.keyway.terminal.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.GlobalHistogramBinarizer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A scanner for SVG symbols: paints what the document says and reads the picture. */
final class SymbolReader {
    private static final int SCALE = 4;
    private static final int WHITE = 0xFFFFFF;
    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"");
    private static final Pattern PATH = Pattern.compile(" d=\"((?:M\\d+ \\d+h\\d+v\\d+h-\\d+z)+)\"");
    private static final Pattern BAR = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v(\\d+)h-(\\d+)z");

    private SymbolReader() {}

    /** What was read, with the AIM symbology identifier as the decoder judges it. */
    record Read(String text, String symbology) {}

    static Read read(String svg) throws ReaderException {
        Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
        hints.put(
                DecodeHintType.POSSIBLE_FORMATS,
                List.of(BarcodeFormat.DATA_MATRIX, BarcodeFormat.QR_CODE, BarcodeFormat.CODE_128));
        hints.put(DecodeHintType.PURE_BARCODE, true);
        BinaryBitmap picture = new BinaryBitmap(new GlobalHistogramBinarizer(painted(svg)));
        Result result = new MultiFormatReader().decode(picture, hints);
        return new Read(
                result.getText(),
                String.valueOf(result.getResultMetadata().get(ResultMetadataType.SYMBOLOGY_IDENTIFIER)));
    }

    private static RGBLuminanceSource painted(String svg) {
        Matcher size = SIZE.matcher(svg);
        Matcher path = PATH.matcher(svg);
        assertThat(size.find() && path.find()).as(svg).isTrue();
        int width = Integer.parseInt(size.group(1)) * SCALE;
        int height = Integer.parseInt(size.group(2)) * SCALE;
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, WHITE);
        for (Matcher bar = BAR.matcher(path.group(1)); bar.find(); ) {
            int left = scaled(bar, 1);
            for (int y = scaled(bar, 2); y < scaled(bar, 2) + scaled(bar, 4); y++) {
                Arrays.fill(pixels, y * width + left, y * width + left + scaled(bar, 3), 0);
            }
        }
        return new RGBLuminanceSource(width, height, pixels);
    }

    private static int scaled(Matcher bar, int group) {
        return Integer.parseInt(bar.group(group)) * SCALE;
    }
}
