package exsim.scenarios.startup;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The frame that all classes made here have in common. */
final class ClassFiles {
  private ClassFiles() {}

  /** Begins a class that is a member of the nest of a host. */
  static ClassWriter start(String name, String host, String... interfaces) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    int access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
    writer.visit(Opcodes.V17, access, name, null, "java/lang/Object", interfaces);
    writer.visitNestHost(host);
    return writer;
  }

  /** Begins a method. */
  static MethodVisitor method(ClassWriter writer, int access, String name, String type) {
    MethodVisitor code = writer.visitMethod(access, name, type, null, null);
    code.visitCode();
    return code;
  }

  /** Ends a method with an instruction that returns. */
  static void end(MethodVisitor code, int instruction) {
    code.visitInsn(instruction);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
