package org.keyway.opcua.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.milo.opcua.sdk.server.AccessContext;
import org.eclipse.milo.opcua.sdk.server.methods.MethodInvocationHandler;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.encoding.EncodingContext;
import org.eclipse.milo.opcua.stack.core.types.builtin.DiagnosticInfo;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.structured.Argument;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodResult;
import org.keyway.opcua.method.Input.MisfitException;

/**
 * A method that is run only when every argument is there and fits (OPC 10000-4 5.12.2). What its work itself refuses travels
 * in its outputs, because a Bad status carries none.
 */
public final class CheckedMethod implements MethodInvocationHandler {
    private static final StatusCode GOOD = StatusCode.GOOD;
    private static final StatusCode INVALID = new StatusCode(StatusCodes.Bad_InvalidArgument);
    private static final StatusCode LIMITS = new StatusCode(StatusCodes.Bad_EncodingLimitsExceeded);

    private final List<Input<?>> inputs;
    private final EncodingContext context;
    private final Work work;

    /** What a method does. */
    public interface Work {
        /**
         * The outputs, for arguments as the inputs read them.
         *
         * @throws MisfitException when they fit but can't be meant together, such as the number of what never was
         */
        Variant[] run(AccessContext access, List<Object> arguments) throws MisfitException;
    }

    /** With the context by which structures are decoded. */
    public CheckedMethod(List<Input<?>> inputs, EncodingContext context, Work work) {
        this.inputs = List.copyOf(inputs);
        this.context = context;
        this.work = work;
    }

    /** The declaration of its arguments. */
    public Argument[] declaredInputs() {
        return inputs.stream().map(Input::declared).toArray(Argument[]::new);
    }

    @Override
    public CallMethodResult invoke(AccessContext access, CallMethodRequest request) {
        Variant[] given = request.getInputArguments() == null ? new Variant[0] : request.getInputArguments();
        if (given.length != inputs.size()) {
            return refused(new StatusCode(
                    given.length < inputs.size()
                            ? StatusCodes.Bad_ArgumentsMissing
                            : StatusCodes.Bad_TooManyArguments));
        }
        StatusCode[] verdicts = new StatusCode[given.length];
        List<Object> arguments = new ArrayList<>();
        for (int i = 0; i < given.length; i++) {
            try {
                arguments.add(inputs.get(i).read(given[i].value(), context));
                verdicts[i] = GOOD;
            } catch (MisfitException e) {
                verdicts[i] = e.status();
            }
        }
        if (arguments.size() < given.length) {
            StatusCode status = Arrays.asList(verdicts).contains(LIMITS) ? LIMITS : INVALID;
            return new CallMethodResult(status, verdicts, new DiagnosticInfo[0], new Variant[0]);
        }
        try {
            return new CallMethodResult(GOOD, verdicts, new DiagnosticInfo[0], work.run(access, arguments));
        } catch (MisfitException e) {
            return refused(e.status());
        }
    }

    private static CallMethodResult refused(StatusCode status) {
        return new CallMethodResult(status, new StatusCode[0], new DiagnosticInfo[0], new Variant[0]);
    }
}
