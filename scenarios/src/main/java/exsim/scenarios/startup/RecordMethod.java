package exsim.scenarios.startup;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A method that every record has unless it writes its own. */
final class RecordMethod {
  private static final String OBJECT = "Ljava/lang/Object;";
  private static final String STRING = "Ljava/lang/String;";
  private static final String BUILDER = "java/lang/StringBuilder";

  private final String owner;
  private final String made;
  private final List<Handle> fields = new ArrayList<>();

  /**
   * Creates one.
   *
   * @param owner the record
   * @param made the name of the class made for the method
   * @param arguments what the compiler says of the record: its class, its names, its fields
   */
  RecordMethod(String owner, String made, Object[] arguments) {
    this.owner = owner;
    this.made = made;
    for (int i = 2; i < arguments.length; i++) {
      fields.add((Handle) arguments[i]);
    }
  }

  /** The class of a method by its name and type, a member of the nest of a host. */
  byte[] classFile(String host, String name, String type) {
    ClassWriter writer = ClassFiles.start(made, host);
    MethodVisitor code = ClassFiles.method(writer, Opcodes.ACC_STATIC, name, type);
    switch (name) {
      case "hashCode" -> hashCode(code);
      case "toString" -> toString(code);
      default -> equals(code);
    }
    writer.visitEnd();
    return writer.toByteArray();
  }

  private void hashCode(MethodVisitor code) {
    code.visitInsn(Opcodes.ICONST_0);
    for (Handle field : fields) {
      code.visitIntInsn(Opcodes.BIPUSH, 31);
      code.visitInsn(Opcodes.IMUL);
      Type type = read(code, 0, field);
      String of = Conversion.isPrimitive(type) ? Conversion.box(type) : "java/util/Objects";
      String in = Conversion.isPrimitive(type) ? type.getDescriptor() : OBJECT;
      code.visitMethodInsn(Opcodes.INVOKESTATIC, of, "hashCode", "(" + in + ")I", false);
      code.visitInsn(Opcodes.IADD);
    }
    ClassFiles.end(code, Opcodes.IRETURN);
  }

  private void equals(MethodVisitor code) {
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitTypeInsn(Opcodes.INSTANCEOF, owner);
    unless(code, Opcodes.IFNE);
    code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitTypeInsn(Opcodes.CHECKCAST, owner);
    code.visitVarInsn(Opcodes.ASTORE, 2);
    boolean first = true;
    for (Handle field : fields) {
      Type type = read(code, 0, field);
      Type same = read(code, 2, field);
      if (Conversion.isPrimitive(type)) {
        String in = Type.getMethodDescriptor(Type.INT_TYPE, type, same);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, Conversion.box(type), "compare", in, false);
        unless(code, Opcodes.IFEQ);
      } else {
        code.visitMethodInsn(
            Opcodes.INVOKESTATIC,
            "java/util/Objects",
            "equals",
            "(" + OBJECT + OBJECT + ")Z",
            false);
        unless(code, Opcodes.IFNE);
      }
      if (first) {
        code.visitFrame(Opcodes.F_APPEND, 1, new Object[] {owner}, 0, null);
      } else {
        code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
      }
      first = false;
    }
    code.visitInsn(Opcodes.ICONST_1);
    ClassFiles.end(code, Opcodes.IRETURN);
  }

  /** Returns false unless a jump is taken. */
  private static void unless(MethodVisitor code, int jump) {
    Label on = new Label();
    code.visitJumpInsn(jump, on);
    code.visitInsn(Opcodes.ICONST_0);
    code.visitInsn(Opcodes.IRETURN);
    code.visitLabel(on);
  }

  private void toString(MethodVisitor code) {
    code.visitTypeInsn(Opcodes.NEW, BUILDER);
    code.visitInsn(Opcodes.DUP);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, BUILDER, "<init>", "()V", false);
    int inner = Math.max(owner.lastIndexOf('/'), owner.lastIndexOf('$'));
    String before = owner.substring(inner + 1) + "[";
    for (Handle field : fields) {
      code.visitLdcInsn(before + field.getName() + "=");
      append(code, STRING);
      Type type = read(code, 0, field);
      boolean small = type.equals(Type.BYTE_TYPE) || type.equals(Type.SHORT_TYPE);
      append(code, small ? "I" : Conversion.isPrimitive(type) ? type.getDescriptor() : OBJECT);
      before = ", ";
    }
    code.visitLdcInsn(fields.isEmpty() ? before + "]" : "]");
    append(code, STRING);
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, BUILDER, "toString", "()" + STRING, false);
    ClassFiles.end(code, Opcodes.ARETURN);
  }

  private static void append(MethodVisitor code, String type) {
    String descriptor = "(" + type + ")L" + BUILDER + ";";
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, BUILDER, "append", descriptor, false);
  }

  private Type read(MethodVisitor code, int variable, Handle field) {
    code.visitVarInsn(Opcodes.ALOAD, variable);
    code.visitFieldInsn(Opcodes.GETFIELD, owner, field.getName(), field.getDesc());
    return Type.getType(field.getDesc());
  }
}
