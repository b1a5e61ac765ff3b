package exsim.scenarios.startup;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A lambda or method reference.
 *
 * @param made the name of the class made for it
 * @param method the interface's method
 * @param site the call site: captured values in, the interface out
 * @param erased the method's type as the machine knows it
 * @param body what it calls
 * @param real the method's type as the compiler knew it
 */
record Lambda(String made, String method, Type site, Type erased, Handle body, Type real) {
  /** The static method that makes the function. */
  static final String FACTORY = "of";

  private static final String INIT = "<init>";

  /** Its class, a member of the nest of a host. */
  byte[] classFile(String host) {
    ClassWriter writer = ClassFiles.start(made, host, site.getReturnType().getInternalName());
    Type[] captured = site.getArgumentTypes();
    for (int i = 0; i < captured.length; i++) {
      writer
          .visitField(Opcodes.ACC_FINAL, field(i), captured[i].getDescriptor(), null, null)
          .visitEnd();
    }
    constructor(writer, captured);
    factory(writer, captured);
    call(writer, captured);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private void constructor(ClassWriter writer, Type[] captured) {
    MethodVisitor code = ClassFiles.method(writer, 0, INIT, initType(captured));
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", INIT, "()V", false);
    int slot = 1;
    for (int i = 0; i < captured.length; i++) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitVarInsn(captured[i].getOpcode(Opcodes.ILOAD), slot);
      code.visitFieldInsn(Opcodes.PUTFIELD, made, field(i), captured[i].getDescriptor());
      slot += captured[i].getSize();
    }
    ClassFiles.end(code, Opcodes.RETURN);
  }

  private void factory(ClassWriter writer, Type[] captured) {
    MethodVisitor code =
        ClassFiles.method(writer, Opcodes.ACC_STATIC, FACTORY, site.getDescriptor());
    code.visitTypeInsn(Opcodes.NEW, made);
    code.visitInsn(Opcodes.DUP);
    int slot = 0;
    for (Type type : captured) {
      code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), slot);
      slot += type.getSize();
    }
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, made, INIT, initType(captured), false);
    ClassFiles.end(code, Opcodes.ARETURN);
  }

  private void call(ClassWriter writer, Type[] captured) {
    MethodVisitor code =
        ClassFiles.method(writer, Opcodes.ACC_PUBLIC, method, erased.getDescriptor());
    boolean creates = body.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    if (creates) {
      code.visitTypeInsn(Opcodes.NEW, body.getOwner());
      code.visitInsn(Opcodes.DUP);
    }
    List<Type> wanted = wanted();
    for (int i = 0; i < captured.length; i++) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitFieldInsn(Opcodes.GETFIELD, made, field(i), captured[i].getDescriptor());
      Conversion.write(code, captured[i], captured[i], wanted.get(i));
    }
    Type[] given = erased.getArgumentTypes();
    int slot = 1;
    for (int i = 0; i < given.length; i++) {
      code.visitVarInsn(given[i].getOpcode(Opcodes.ILOAD), slot);
      Conversion.write(code, given[i], real.getArgumentTypes()[i], wanted.get(captured.length + i));
      slot += given[i].getSize();
    }
    code.visitMethodInsn(
        opcode(), body.getOwner(), body.getName(), body.getDesc(), body.isInterface());
    Type result = Type.getReturnType(body.getDesc());
    giveBack(code, creates ? Type.getObjectType(body.getOwner()) : result);
  }

  private void giveBack(MethodVisitor code, Type result) {
    if (erased.getReturnType().equals(Type.VOID_TYPE)) {
      if (result.getSize() > 0) {
        code.visitInsn(result.getSize() == 1 ? Opcodes.POP : Opcodes.POP2);
      }
      ClassFiles.end(code, Opcodes.RETURN);
    } else {
      Conversion.write(code, result, result, real.getReturnType());
      ClassFiles.end(code, erased.getReturnType().getOpcode(Opcodes.IRETURN));
    }
  }

  /** What the body takes, its receiver first. */
  private List<Type> wanted() {
    List<Type> wanted = new ArrayList<>();
    if (body.getTag() != Opcodes.H_INVOKESTATIC && body.getTag() != Opcodes.H_NEWINVOKESPECIAL) {
      wanted.add(Type.getObjectType(body.getOwner()));
    }
    wanted.addAll(List.of(Type.getArgumentTypes(body.getDesc())));
    return wanted;
  }

  private int opcode() {
    return switch (body.getTag()) {
      case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
      case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
      default -> body.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
    };
  }

  private static String field(int i) {
    return "captured" + i;
  }

  private static String initType(Type[] captured) {
    return Type.getMethodDescriptor(Type.VOID_TYPE, captured);
  }
}
