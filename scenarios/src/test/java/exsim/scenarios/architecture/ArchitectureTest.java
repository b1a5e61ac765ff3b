package exsim.scenarios.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import exsim.simulator.rule.Rule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the direction of the arrows, and that what is pure stays pure. */
class ArchitectureTest {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("exsim");

  private static final String[] PURE = {"exsim.model..", "exsim.simulator.."};

  @Test
  void arrows_between_modules_point_one_way() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("model")
        .definedBy("exsim.model..")
        .layer("simulator")
        .definedBy("exsim.simulator..")
        .layer("scenarios")
        .definedBy("exsim.scenarios..")
        .whereLayer("scenarios")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("simulator")
        .mayOnlyBeAccessedByLayers("scenarios")
        .check(ALL);
  }

  /** Each room with those that it may know. */
  private static final ImmutableMap<String, ImmutableList<String>> ROOMS =
      ImmutableMap.<String, ImmutableList<String>>builder()
          .put("rule", ImmutableList.of())
          .put("dns", ImmutableList.of())
          .put("tls", ImmutableList.of("rule"))
          .put("smtp", ImmutableList.of("rule", "tls"))
          .put("route", ImmutableList.of("rule", "tls", "dns", "smtp"))
          .put("onprem", ImmutableList.of("rule", "tls", "dns", "smtp", "route"))
          .put("online", ImmutableList.of("rule", "tls", "dns", "smtp", "route"))
          .put("external", ImmutableList.of("rule", "tls", "dns", "smtp", "route"))
          .put(
              "delivery",
              ImmutableList.of(
                  "rule", "tls", "dns", "smtp", "route", "onprem", "online", "external"))
          .put("question", ImmutableList.of("rule", "tls", "dns", "smtp", "route", "delivery"))
          .put("proof", ImmutableList.of("rule", "tls", "smtp", "route", "delivery", "question"))
          .put("difference", ImmutableList.of("rule", "tls", "route", "delivery"))
          .put(
              "survey",
              ImmutableList.of(
                  "rule",
                  "tls",
                  "dns",
                  "smtp",
                  "route",
                  "onprem",
                  "online",
                  "external",
                  "delivery",
                  "question",
                  "proof",
                  "difference"))
          .build();

  @Test
  void rooms_of_the_simulator_know_only_those_before_them() {
    ROOMS.forEach(
        (room, known) -> {
          String[] allowed =
              Stream.concat(Stream.of(room), known.stream())
                  .map(r -> "exsim.simulator." + r + "..")
                  .toArray(String[]::new);
          noClasses()
              .that()
              .resideInAPackage("exsim.simulator." + room + "..")
              .should()
              .dependOnClassesThat(
                  resideInAPackage("exsim.simulator..").and(not(resideInAnyPackage(allowed))))
              .check(ALL);
        });
  }

  @Test
  void every_room_of_the_simulator_has_its_place() {
    classes()
        .that()
        .resideInAPackage("exsim.simulator.*..")
        .should()
        .resideInAnyPackage(
            Stream.concat(
                    ROOMS.keySet().stream().map(r -> "exsim.simulator." + r),
                    Stream.of("certificate", "selection", "queue", "receive")
                        .map(r -> "exsim.simulator.onprem." + r))
                .toArray(String[]::new))
        .check(ALL);
  }

  @Test
  void nodes_on_premises_know_nothing_of_sessions_and_decisions_nothing_of_nodes() {
    noClasses()
        .that()
        .resideInAPackage("exsim.simulator.onprem")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("exsim.simulator.onprem.receive")
        .check(ALL);
    noClasses()
        .that()
        .resideInAnyPackage(
            "exsim.simulator.onprem.certificate",
            "exsim.simulator.onprem.selection",
            "exsim.simulator.onprem.queue")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("exsim.simulator.onprem", "exsim.simulator.onprem.receive")
        .check(ALL);
    slices().matching("exsim.simulator.onprem.(*)..").should().beFreeOfCycles().check(ALL);
  }

  @Test
  void no_two_packages_depend_on_each_other_in_a_circle() {
    slices().matching("exsim.simulator.(*)..").should().beFreeOfCycles().check(ALL);
    slices().matching("exsim.scenarios.(*)..").should().beFreeOfCycles().check(ALL);
  }

  @Test
  void model_and_simulator_depend_on_nothing_that_does_io() {
    DescribedPredicate<JavaClass> allowed =
        resideInAnyPackage(
                "exsim.model..",
                "exsim.simulator..",
                "java.lang",
                "java.lang.invoke",
                "java.lang.runtime",
                "java.util",
                "java.util.function",
                "java.util.regex",
                "java.util.stream",
                "java.math",
                "java.time..",
                "com.google.common..",
                "com.google.errorprone.annotations..")
            .or(named("java.nio.charset.StandardCharsets"))
            .or(named("java.nio.charset.Charset"))
            .or(named("java.net.IDN"))
            .or(named("java.net.InetAddress"))
            .or(named("java.net.Inet6Address"))
            .or(named("java.net.UnknownHostException"))
            .or(named("java.util.concurrent.ConcurrentHashMap"));

    classes()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .onlyDependOnClassesThat(allowed.or(primitivesAndArrays()))
        .check(ALL);
  }

  @Test
  void nothing_is_remembered_but_in_the_memo() {
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .and()
        .doNotHaveFullyQualifiedName("exsim.simulator.rule.Memo")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.util.concurrent..")
        .check(ALL);
  }

  @Test
  void nothing_pure_reads_a_clock_draws_a_number_or_asks_the_machine() {
    DescribedPredicate<JavaAccess<?>> impure =
        access(
            "reads a clock, draws a number or asks the machine",
            a -> {
              String owner = a.getTargetOwner().getFullName();
              String name = a.getTarget().getName();
              boolean clock =
                  owner.startsWith("java.time") && (name.equals("now") || owner.contains("Clock"));
              boolean zone = name.equals("systemDefault");
              boolean system = owner.equals("java.lang.System") && !name.equals("identityHashCode");
              return clock
                  || zone
                  || system
                  || owner.equals("java.lang.Thread")
                  || owner.equals("java.lang.Runtime")
                  || owner.equals("java.util.Random")
                  || (owner.equals("java.util.UUID") && name.equals("randomUUID"))
                  || (owner.equals("java.util.Locale") && name.equals("getDefault"))
                  || (owner.equals("java.net.InetAddress") && name.endsWith("ByName"))
                  || (owner.equals("java.lang.Math") && name.equals("random"));
            });

    noClasses().that().resideInAnyPackage(PURE).should().accessTargetWhere(impure).check(ALL);
  }

  /** Their order is that of hashes, or of a number that each process draws. */
  @Test
  void nothing_pure_iterates_in_the_order_of_hashes() {
    DescribedPredicate<JavaAccess<?>> unordered =
        access(
            "makes a collection in no certain order",
            a -> {
              String owner = a.getTargetOwner().getFullName();
              String name = a.getTarget().getName();
              boolean shuffled =
                  (owner.equals(Set.class.getName()) || owner.equals(Map.class.getName()))
                      && (name.equals("of") || name.equals("copyOf") || name.equals("ofEntries"));
              boolean hashed =
                  (owner.equals(HashMap.class.getName())
                          || owner.equals(HashSet.class.getName())
                          || owner.equals("java.util.IdentityHashMap"))
                      && name.equals("<init>");
              boolean collected =
                  owner.equals("java.util.stream.Collectors")
                      && (name.startsWith("toSet")
                          || name.startsWith("toMap")
                          || name.startsWith("toUnmodifiable")
                          || name.startsWith("grouping")
                          || name.startsWith("partitioning"));
              boolean parallel = name.equals("parallelStream") || name.equals("parallel");
              return shuffled || hashed || collected || parallel;
            });

    noClasses().that().resideInAnyPackage(PURE).should().accessTargetWhere(unordered).check(ALL);
  }

  @Test
  void statics_never_change() {
    fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(PURE)
        .and()
        .areStatic()
        .should()
        .beFinal()
        .check(ALL);
  }

  @Test
  void the_model_is_made_of_values() {
    classes()
        .that(resideInAPackage("exsim.model..").and(not(packageInfo())))
        .should()
        .bePackagePrivate()
        .orShould(be("records, enums, sealed interfaces or exceptions", ArchitectureTest::isValue))
        .check(ALL);
  }

  private static boolean isValue(JavaClass type) {
    return type.isRecord()
        || type.isEnum()
        || (type.isInterface() && type.reflect().isSealed())
        || type.isAssignableTo(Exception.class)
        || type.getModifiers().contains(JavaModifier.SYNTHETIC)
        || type.isAnonymousClass();
  }

  @Test
  void every_rule_is_an_enum() {
    classes()
        .that()
        .areAssignableTo(Rule.class)
        .and()
        .areNotInterfaces()
        .should()
        .beEnums()
        .orShould(
            be(
                "bodies of enum constants",
                type -> type.getRawSuperclass().filter(JavaClass::isEnum).isPresent()))
        .check(ALL);
  }

  @Test
  void libraries_stay_in_their_rooms() {
    noClasses()
        .that()
        .resideOutsideOfPackage("exsim.scenarios.format..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.xbill..")
        .check(ALL);
    noClasses()
        .that()
        .resideOutsideOfPackage("exsim.scenarios..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("tools.jackson..")
        .check(ALL);
    noClasses()
        .that()
        .resideOutsideOfPackage("exsim.scenarios.lab..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.bouncycastle..")
        .check(ALL);
  }

  @Test
  void only_the_lab_opens_sockets() {
    noClasses()
        .that()
        .resideOutsideOfPackage("exsim.scenarios.lab..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("javax.net..")
                .or(named("java.net.Socket"))
                .or(named("java.net.ServerSocket"))
                .or(resideInAPackage("java.nio.channels..")))
        .check(ALL);
  }

  @Test
  void nothing_logs() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.slf4j..", "java.util.logging..", "org.apache.logging..")
        .check(ALL);
  }

  private static DescribedPredicate<JavaClass> named(String name) {
    return DescribedPredicate.describe(name, type -> type.getFullName().equals(name));
  }

  private static DescribedPredicate<JavaClass> primitivesAndArrays() {
    return DescribedPredicate.describe(
        "primitives and arrays", type -> type.isPrimitive() || type.isArray());
  }

  private static DescribedPredicate<JavaClass> packageInfo() {
    return DescribedPredicate.describe(
        "package-info", type -> type.getSimpleName().equals("package-info"));
  }

  private static DescribedPredicate<JavaClass> not(DescribedPredicate<JavaClass> other) {
    return DescribedPredicate.not(other);
  }

  private static DescribedPredicate<JavaAccess<?>> access(
      String description, Predicate<JavaAccess<?>> test) {
    return DescribedPredicate.describe(description, test);
  }

  private static ArchCondition<JavaClass> be(String description, Predicate<JavaClass> test) {
    return ArchCondition.from(DescribedPredicate.describe(description, test));
  }
}
