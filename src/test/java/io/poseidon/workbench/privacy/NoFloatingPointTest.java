package io.poseidon.workbench.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.privacy.account.Normal;
import io.poseidon.workbench.privacy.account.Sensitivity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Reads the compiled classes on the way of a released value: none of their instructions touches a double or a float.
/// The one exception, [LazyFilter], is excused because it only decides which coins need no exact comparison.
public final class NoFloatingPointTest {

    @Test
    void noDoubleTakesPartInDrawing() {
        for (var type : new Class<?>[] {
            DiscreteGaussian.class,
            PlainDiscreteGaussian.class,
            ExactUniform.class,
            PowerOfE.class,
            RandomBits.class,
            SecureBits.class,
            KeyedBits.class,
            Sensitivity.class
        }) {
            assertEquals(Set.of(), floatingMethods(type), type.getSimpleName());
        }
        assertEquals(Set.of("toDouble"), floatingMethods(Rational.class));
    }

    @Test
    void theCheckFindsDoublesWhereThereAreSome() {
        assertFalse(floatingMethods(LazyFilter.class).isEmpty());
        assertFalse(floatingMethods(Normal.class).isEmpty());
    }

    /// Names of the methods of `type` that compute with, pass or return a floating-point number.
    public static Set<String> floatingMethods(Class<?> type) {
        var found = new TreeSet<String>();
        for (var method : read(type)) {
            boolean floating = primitiveInDescriptor(method.methodType().stringValue());
            boolean computes = method.code().stream()
                    .flatMap(code -> code.elementStream())
                    .filter(Instruction.class::isInstance)
                    .anyMatch(element -> isFloating((Instruction) element));
            if (floating || computes) {
                found.add(method.methodName().stringValue());
            }
        }
        return found;
    }

    private static Iterable<MethodModel> read(Class<?> type) {
        try (var in = type.getResourceAsStream(
                type.getName().substring(type.getPackageName().length() + 1) + ".class")) {
            return ClassFile.of().parse(in.readAllBytes()).methods();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFloating(Instruction instruction) {
        return switch (instruction) {
            case OperatorInstruction operator -> isFloating(operator.typeKind());
            case ConvertInstruction convert -> isFloating(convert.fromType()) || isFloating(convert.toType());
            case LoadInstruction load -> isFloating(load.typeKind());
            case StoreInstruction store -> isFloating(store.typeKind());
            case ArrayLoadInstruction load -> isFloating(load.typeKind());
            case ReturnInstruction end -> isFloating(end.typeKind());
            case InvokeInstruction call -> primitiveInDescriptor(call.type().stringValue());
            case Instruction other -> false;
        };
    }

    private static boolean isFloating(TypeKind kind) {
        return kind == TypeKind.DOUBLE || kind == TypeKind.FLOAT;
    }

    private static boolean primitiveInDescriptor(String descriptor) {
        var primitives = descriptor.replaceAll("L[^;]*;", "");
        return primitives.contains("D") || primitives.contains("F");
    }
}
