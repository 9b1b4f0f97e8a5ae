package org.keyway.opcua.isa95;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.eclipse.milo.opcua.stack.core.encoding.GenericDataTypeCodec;
import org.eclipse.milo.opcua.stack.core.encoding.UaDecoder;
import org.eclipse.milo.opcua.stack.core.encoding.UaEncoder;
import org.eclipse.milo.opcua.stack.core.types.UaStructuredType;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePath;
import org.jspecify.annotations.Nullable;

/** The encoding of one field: of a built-in type, of a structure, or of an array of either. */
interface FieldCodec {
    /** The value; null where it is null on the wire. */
    @Nullable Object read(Source in);

    void write(UaEncoder out, Object value);

    /** What takes the place of null where the field is mandatory. */
    default Object empty() {
        throw new IllegalStateException("never null on the wire");
    }

    /** The codec of a record component's type. */
    static FieldCodec of(Type type) {
        if (type instanceof ParameterizedType list) {
            return new OfArray(of(list.getActualTypeArguments()[0]));
        }
        FieldCodec plain = Plain.OF.get(type);
        return plain == null ? new OfStructure((Class<?>) type) : plain;
    }

    /** The types that the stack reads and writes. */
    record Plain<T>(BiFunction<UaDecoder, String, @Nullable T> reader, Writer<T> writer) implements FieldCodec {
        private static final String FIELD = "Value";

        private static final Map<Type, FieldCodec> OF = Map.of(
                String.class, new OfString(),
                Short.class, new Plain<>(UaDecoder::decodeInt16, UaEncoder::encodeInt16),
                UByte.class, new Plain<>(UaDecoder::decodeByte, UaEncoder::encodeByte),
                UInteger.class, new Plain<>(UaDecoder::decodeUInt32, UaEncoder::encodeUInt32),
                DateTime.class, new Plain<>(UaDecoder::decodeDateTime, UaEncoder::encodeDateTime),
                LocalizedText.class, new Plain<>(UaDecoder::decodeLocalizedText, UaEncoder::encodeLocalizedText),
                Variant.class, new OfVariant(),
                EUInformation.class, new OfStack<>(new EUInformation.Codec()),
                RelativePath.class, new OfStack<>(new RelativePath.Codec()));

        /** A method of the encoder. */
        interface Writer<T> {
            void write(UaEncoder out, String field, T value);
        }

        @Override
        public @Nullable Object read(Source in) {
            return reader.apply(in.decoder(), FIELD);
        }

        @Override
        @SuppressWarnings("unchecked") // the record component has this type
        public void write(UaEncoder out, Object value) {
            writer.write(out, FIELD, (T) value);
        }
    }

    /** Text. */
    record OfString() implements FieldCodec {
        @Override
        public @Nullable Object read(Source in) {
            return in.decoder().decodeString(Plain.FIELD);
        }

        @Override
        public void write(UaEncoder out, Object value) {
            out.encodeString(Plain.FIELD, (String) value);
        }

        @Override
        public Object empty() {
            return "";
        }
    }

    /** Anything. */
    record OfVariant() implements FieldCodec {
        @Override
        public Object read(Source in) {
            return VariantReader.read(in);
        }

        @Override
        public void write(UaEncoder out, Object value) {
            out.encodeVariant(Plain.FIELD, (Variant) value);
        }
    }

    /** A structure of the stack's own, none of which has optional fields. */
    record OfStack<T extends UaStructuredType>(GenericDataTypeCodec<T> codec) implements FieldCodec {
        @Override
        public Object read(Source in) {
            return codec.decodeType(in.context(), in.decoder());
        }

        @Override
        public void write(UaEncoder out, Object value) {
            codec.encode(out.getEncodingContext(), out, (UaStructuredType) value);
        }
    }

    /** One of our structures. */
    record OfStructure(Class<?> structure) implements FieldCodec {
        @Override
        public Object read(Source in) {
            return Isa95DataType.of(structure).codec().read(in.deeper());
        }

        @Override
        public void write(UaEncoder out, Object value) {
            Isa95DataType.of(structure).codec().write(out, value);
        }
    }

    /** An array, which takes memory only as its elements come. */
    record OfArray(FieldCodec element) implements FieldCodec {
        @Override
        public @Nullable Object read(Source in) {
            int length = in.length();
            if (length < 0) {
                return null;
            }
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < length; i++) {
                Object value = element.read(in);
                values.add(value == null ? element.empty() : value);
            }
            return List.copyOf(values);
        }

        @Override
        public void write(UaEncoder out, Object value) {
            List<?> values = (List<?>) value;
            out.encodeInt32("Length", values.size());
            values.forEach(each -> element.write(out, each));
        }

        @Override
        public Object empty() {
            return List.of();
        }
    }
}
