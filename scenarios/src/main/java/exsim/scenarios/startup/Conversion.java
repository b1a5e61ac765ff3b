package exsim.scenarios.startup;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes what turns a value on the stack from one type into another, as lambdas do silently. */
final class Conversion {
  private static final Type[] PRIMITIVES = {
    Type.BOOLEAN_TYPE,
    Type.CHAR_TYPE,
    Type.BYTE_TYPE,
    Type.SHORT_TYPE,
    Type.INT_TYPE,
    Type.LONG_TYPE,
    Type.FLOAT_TYPE,
    Type.DOUBLE_TYPE
  };

  private Conversion() {}

  /**
   * Converts the value on the stack.
   *
   * @param have its type as the machine knows it
   * @param really its type as the compiler knew it
   * @param want the type that is asked for
   */
  static void write(MethodVisitor code, Type have, Type really, Type want) {
    if (isPrimitive(have) && isPrimitive(want)) {
      widen(code, have, want);
    } else if (isPrimitive(have)) {
      String box = box(have);
      String type = Type.getMethodDescriptor(Type.getObjectType(box), have);
      code.visitMethodInsn(Opcodes.INVOKESTATIC, box, "valueOf", type, false);
    } else if (isPrimitive(want)) {
      Type unboxed = unboxed(really, want);
      String box = box(unboxed);
      code.visitTypeInsn(Opcodes.CHECKCAST, box);
      code.visitMethodInsn(
          Opcodes.INVOKEVIRTUAL,
          box,
          unboxed.getClassName() + "Value",
          Type.getMethodDescriptor(unboxed),
          false);
      widen(code, unboxed, want);
    } else if (!have.equals(want) && !want.getInternalName().equals("java/lang/Object")) {
      code.visitTypeInsn(Opcodes.CHECKCAST, want.getInternalName());
    }
  }

  static boolean isPrimitive(Type type) {
    return type.getSort() < Type.ARRAY;
  }

  /** The internal name of the class that holds values of a primitive type. */
  static String box(Type primitive) {
    return switch (primitive.getSort()) {
      case Type.BOOLEAN -> "java/lang/Boolean";
      case Type.CHAR -> "java/lang/Character";
      case Type.BYTE -> "java/lang/Byte";
      case Type.SHORT -> "java/lang/Short";
      case Type.INT -> "java/lang/Integer";
      case Type.LONG -> "java/lang/Long";
      case Type.FLOAT -> "java/lang/Float";
      case Type.DOUBLE -> "java/lang/Double";
      default -> throw new IllegalStateException(primitive + " has no box");
    };
  }

  private static Type unboxed(Type really, Type want) {
    for (Type primitive : PRIMITIVES) {
      if (really.getInternalName().equals(box(primitive))) {
        return primitive;
      }
    }
    return want;
  }

  private static void widen(MethodVisitor code, Type from, Type to) {
    if (from.equals(to) || (isInt(from) && isInt(to))) {
      return;
    }
    boolean fromLong = from.equals(Type.LONG_TYPE);
    if (isInt(from) || fromLong) {
      switch (to.getSort()) {
        case Type.LONG -> code.visitInsn(Opcodes.I2L);
        case Type.FLOAT -> code.visitInsn(fromLong ? Opcodes.L2F : Opcodes.I2F);
        case Type.DOUBLE -> code.visitInsn(fromLong ? Opcodes.L2D : Opcodes.I2D);
        default -> throw new IllegalStateException(from + " does not widen to " + to);
      }
    } else {
      code.visitInsn(Opcodes.F2D);
    }
  }

  /** Whether the machine holds values of a type as {@code int}. */
  private static boolean isInt(Type type) {
    return type.getSort() >= Type.CHAR && type.getSort() <= Type.INT;
  }
}
