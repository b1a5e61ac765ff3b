package exsim.scenarios.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

final class CallSitesTest {
  private static final String SAMPLE = Sample.class.getName().replace('.', '/');

  @Test
  void rewritten_classes_do_what_the_compiler_s_do() throws Exception {
    Loader loader = new Loader(CallSites.rewrite(sample()));

    Object said = loader.loadClass(Sample.class.getName()).getMethod("say").invoke(null);

    assertEquals(Sample.say(), said);
  }

  @Test
  void nothing_is_left_to_link_at_run_time() throws IOException {
    Map<String, byte[]> rewritten = CallSites.rewrite(sample());

    assertTrue(links(sample().get(SAMPLE + ".class")));
    rewritten.values().forEach(file -> assertFalse(links(file)));
  }

  @Test
  void the_same_classes_come_of_the_same_classes() throws IOException {
    Map<String, byte[]> once = CallSites.rewrite(sample());
    Map<String, byte[]> again = CallSites.rewrite(sample());

    assertEquals(once.keySet().stream().toList(), again.keySet().stream().toList());
    once.forEach((name, file) -> assertEquals(crc(file), crc(again.get(name)), name));
  }

  private static int crc(byte[] file) {
    return Arrays.hashCode(file);
  }

  private static Map<String, byte[]> sample() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name : new String[] {"", "$Shape", "$Named", "$Empty"}) {
      String file = SAMPLE + name + ".class";
      try (InputStream in = Sample.class.getClassLoader().getResourceAsStream(file)) {
        files.put(file, Optional.ofNullable(in).orElseThrow().readAllBytes());
      }
    }
    return files;
  }

  private static boolean links(byte[] file) {
    boolean[] found = {false};
    ClassVisitor search =
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String type, String signature, String[] thrown) {
            return new MethodVisitor(Opcodes.ASM9) {
              @Override
              public void visitInvokeDynamicInsn(
                  String site, String siteType, Handle bootstrap, Object... arguments) {
                found[0] |= !bootstrap.getOwner().endsWith("StringConcatFactory");
              }
            };
          }
        };
    new ClassReader(file).accept(search, 0);
    return found[0];
  }

  /** Defines the rewritten classes and takes all others from where it was loaded itself. */
  private static final class Loader extends ClassLoader {
    private final Map<String, byte[]> files;

    Loader(Map<String, byte[]> files) {
      super(CallSitesTest.class.getClassLoader());
      this.files = files;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      byte[] file = files.get(name.replace('.', '/') + ".class");
      if (file == null) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : defineClass(name, file, 0, file.length);
    }
  }
}
