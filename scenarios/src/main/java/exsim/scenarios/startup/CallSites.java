package exsim.scenarios.startup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Replaces call sites that Java links at run time by calls of classes made here. */
final class CallSites {
  private final Map<String, byte[]> made = new TreeMap<>();

  /** The classes made, by the host of the nest that they join to reach private members. */
  private final Map<String, Set<String>> nests = new TreeMap<>();

  private CallSites() {}

  /** The entries of a jar, rewritten, and the classes made for them. */
  static Map<String, byte[]> rewrite(Map<String, byte[]> entries) {
    CallSites sites = new CallSites();
    Map<String, byte[]> all = new LinkedHashMap<>();
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      boolean isClass = entry.getKey().endsWith(".class");
      all.put(entry.getKey(), isClass ? sites.rewrite(entry.getValue()) : entry.getValue());
    }
    for (Map.Entry<String, Set<String>> nest : sites.nests.entrySet()) {
      all.computeIfPresent(nest.getKey() + ".class", (n, host) -> join(host, nest.getValue()));
    }
    for (Map.Entry<String, byte[]> entry : sites.made.entrySet()) {
      all.put(entry.getKey() + ".class", entry.getValue());
    }
    return all;
  }

  private byte[] rewrite(byte[] original) {
    ClassReader reader = new ClassReader(original);
    NestHost nest = new NestHost(reader.getClassName());
    reader.accept(nest, ClassReader.SKIP_CODE);
    int before = made.size();
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new Replacement(writer, reader.getClassName(), nest.host), 0);
    return made.size() == before ? original : writer.toByteArray();
  }

  private static byte[] join(byte[] host, Set<String> members) {
    ClassReader reader = new ClassReader(host);
    ClassWriter writer = new ClassWriter(reader, 0);
    ClassVisitor joining =
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public void visit(
              int version, int access, String name, String sign, String above, String[] others) {
            // Before this version there are no nests, and what is private cannot be called.
            int nesting = Math.max(version & 0xffff, Opcodes.V11);
            super.visit(nesting, access, name, sign, above, others);
          }

          @Override
          public void visitEnd() {
            members.forEach(super::visitNestMember);
            super.visitEnd();
          }
        };
    reader.accept(joining, 0);
    return writer.toByteArray();
  }

  /** Finds the class whose nest a class belongs to. */
  private static final class NestHost extends ClassVisitor {
    private String host;

    NestHost(String name) {
      super(Opcodes.ASM9);
      this.host = name;
    }

    @Override
    public void visitNestHost(String nestHost) {
      this.host = nestHost;
    }
  }

  /** Copies a class but for its call sites. */
  private final class Replacement extends ClassVisitor {
    private final String owner;
    private final String host;
    private int lambdas;

    Replacement(ClassVisitor writer, String owner, String host) {
      super(Opcodes.ASM9, writer);
      this.owner = owner;
      this.host = host;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] thrown) {
      return new MethodVisitor(
          Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, thrown)) {
        @Override
        public void visitInvokeDynamicInsn(
            String site, String type, Handle bootstrap, Object... arguments) {
          switch (bootstrap.getOwner() + '.' + bootstrap.getName()) {
            case "java/lang/invoke/LambdaMetafactory.metafactory" -> {
              String made = owner + "$Lambda" + lambdas++;
              Lambda lambda =
                  new Lambda(
                      made,
                      site,
                      Type.getMethodType(type),
                      (Type) arguments[0],
                      (Handle) arguments[1],
                      (Type) arguments[2]);
              add(made, lambda.classFile(host));
              super.visitMethodInsn(Opcodes.INVOKESTATIC, made, Lambda.FACTORY, type, false);
            }
            case "java/lang/runtime/ObjectMethods.bootstrap" -> {
              String made = owner + "$Record" + site;
              add(made, new RecordMethod(owner, made, arguments).classFile(host, site, type));
              super.visitMethodInsn(Opcodes.INVOKESTATIC, made, site, type, false);
            }
            default -> super.visitInvokeDynamicInsn(site, type, bootstrap, arguments);
          }
        }
      };
    }

    private void add(String name, byte[] classFile) {
      made.put(name, classFile);
      nests.computeIfAbsent(host, h -> new TreeSet<>()).add(name);
    }
  }
}
