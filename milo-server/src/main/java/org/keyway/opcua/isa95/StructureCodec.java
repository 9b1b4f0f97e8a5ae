package org.keyway.opcua.isa95;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaSerializationException;
import org.eclipse.milo.opcua.stack.core.encoding.EncodingContext;
import org.eclipse.milo.opcua.stack.core.encoding.GenericDataTypeCodec;
import org.eclipse.milo.opcua.stack.core.encoding.UaDecoder;
import org.eclipse.milo.opcua.stack.core.encoding.UaEncoder;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.jspecify.annotations.Nullable;

/** The binary encoding of one structure as its record describes it (OPC 10000-6 5.2.6 and 5.2.7). */
final class StructureCodec<T extends Isa95Structure> extends GenericDataTypeCodec<T> {
    private static final String MASK = "EncodingMask";

    private final Class<T> structure;
    private final Constructor<T> constructor;
    private final List<Field> fields;
    private final int optionals;

    /** A component of the record; {@code bit} is 0 where it is mandatory. */
    private record Field(RecordComponent component, FieldCodec codec, int bit) {}

    StructureCodec(Class<T> structure) {
        this.structure = structure;
        RecordComponent[] components = structure.getRecordComponents();
        Field[] described = new Field[components.length];
        int bit = 1;
        for (int i = 0; i < components.length; i++) {
            Type type = components[i].getGenericType();
            boolean optional = components[i].getType() == Optional.class;
            described[i] =
                    new Field(components[i], FieldCodec.of(optional ? argument(type) : type), optional ? bit : 0);
            bit = optional ? bit << 1 : bit;
        }
        this.fields = List.of(described);
        this.optionals = bit - 1;
        this.constructor = constructor(structure, components);
    }

    private static Type argument(Type optional) {
        return ((ParameterizedType) optional).getActualTypeArguments()[0];
    }

    private static <T> Constructor<T> constructor(Class<T> structure, RecordComponent[] components) {
        try {
            return structure.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Class<T> getType() {
        return structure;
    }

    @Override
    public T decodeType(EncodingContext context, UaDecoder decoder) {
        try {
            return read(Source.of(context, decoder));
        } catch (UaSerializationException e) {
            throw e;
        } catch (RuntimeException e) {
            // What the stack says of bytes that end too early or of lengths below zero.
            throw new UaSerializationException(StatusCodes.Bad_DecodingError, e);
        }
    }

    T read(Source in) {
        int mask = optionals == 0 ? 0 : in.decoder().decodeUInt32(MASK).intValue();
        if ((mask & ~optionals) != 0) {
            throw new UaSerializationException(
                    StatusCodes.Bad_DecodingError, structure.getSimpleName() + " has no such fields: " + mask);
        }
        @Nullable Object[] values = new @Nullable Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            Field field = fields.get(i);
            if (field.bit() == 0) {
                Object value = field.codec().read(in);
                values[i] = value == null ? field.codec().empty() : value;
            } else {
                values[i] = Optional.ofNullable(
                        (mask & field.bit()) == 0 ? null : field.codec().read(in));
            }
        }
        return make(values);
    }

    private T make(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void encodeType(EncodingContext context, UaEncoder encoder, T value) {
        write(encoder, value);
    }

    void write(UaEncoder out, Object record) {
        Object[] values = new Object[fields.size()];
        int mask = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = value(fields.get(i), record);
            mask |= values[i] instanceof Optional<?> optional && optional.isPresent()
                    ? fields.get(i).bit()
                    : 0;
        }
        if (optionals != 0) {
            out.encodeUInt32(MASK, UInteger.valueOf(mask));
        }
        for (int i = 0; i < values.length; i++) {
            FieldCodec codec = fields.get(i).codec();
            if (values[i] instanceof Optional<?> optional) {
                optional.ifPresent(present -> codec.write(out, present));
            } else {
                codec.write(out, values[i]);
            }
        }
    }

    private static Object value(Field field, Object record) {
        try {
            return field.component().getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
