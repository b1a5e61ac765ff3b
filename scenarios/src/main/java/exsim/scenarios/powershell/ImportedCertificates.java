package exsim.scenarios.powershell;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import exsim.scenarios.json.Located;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The certificates of an export, as a scenario has them. */
final class ImportedCertificates {
  private final Map<String, X509Export> byName = new LinkedHashMap<>();

  ImportedCertificates(ImmutableList<Located.Obj> objects, ImportNotes notes) {
    ImmutableList.Builder<X509Export> read = ImmutableList.builder();
    for (Located.Obj object : objects) {
      Optional<X509Export> certificate = X509Export.of(object);
      if (certificate.isEmpty()) {
        notes.leftOut(object.spot(), "a certificate", "it has neither RawData nor Subject");
      }
      certificate.ifPresent(read::add);
    }
    // Exchange prefers the newest; the order of enabling is not exported.
    ImmutableList<X509Export> sorted =
        ImmutableList.sortedCopyOf((a, b) -> a.notBefore().compareTo(b.notBefore()), read.build());
    for (X509Export certificate : sorted) {
      if (byName.values().stream().noneMatch(other -> other.sameAs(certificate))) {
        byName.put(unused(certificate.shortName()), certificate);
      }
      if (certificate.services().isEmpty()) {
        notes.invented(
            certificate.spot(),
            "the services of certificate " + certificate.subject(),
            "it enabled for SMTP");
      }
      if (!certificate.selfSigned()) {
        notes.invented(
            certificate.spot(), "whether everybody trusts " + certificate.issuer(), "a public CA");
      }
    }
  }

  private String unused(String name) {
    String candidate = name;
    for (int i = 2; byName.containsKey(candidate); i++) {
      candidate = name + " " + i;
    }
    return candidate;
  }

  /** What a server lists: those exported from it, or those that do not tell where they are from. */
  ImmutableList<Located> of(String server) {
    ImmutableList.Builder<Located> entries = ImmutableList.builder();
    byName.forEach(
        (name, certificate) -> {
          if (certificate.computer().isEmpty() || isSame(server, certificate.computer().get())) {
            entries.add(entry(name, certificate));
          }
        });
    return entries.build();
  }

  private static boolean isSame(String server, String computer) {
    int dot = computer.indexOf('.');
    return Ascii.equalsIgnoreCase(server, dot < 0 ? computer : computer.substring(0, dot));
  }

  private static Located entry(String name, X509Export certificate) {
    boolean smtp =
        certificate.services().map(s -> Ascii.toUpperCase(s).contains("SMTP")).orElse(true);
    return smtp
        ? JsonObject.text(name)
        : new JsonObject()
            .text("name", name)
            .text("Services", certificate.services().orElse(""))
            .build();
  }

  /** Says which certificates are on no server of the scenario. */
  void noteUninstalled(ImmutableList<String> servers, ImportNotes notes) {
    for (X509Export certificate : byName.values()) {
      Optional<String> computer = certificate.computer();
      if (computer.isPresent() && servers.stream().noneMatch(s -> isSame(s, computer.get()))) {
        notes.leftOut(
            certificate.spot(),
            "certificate " + certificate.subject(),
            "it is of " + computer.get() + ", which no other export names; no server has it");
      }
    }
  }

  /** The computers that certificates were exported from. */
  ImmutableList<String> computers() {
    return byName.values().stream()
        .flatMap(certificate -> certificate.computer().stream())
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }

  void addTo(JsonObject scenario) {
    if (byName.isEmpty()) {
      return;
    }
    JsonObject all = new JsonObject();
    byName.forEach((name, certificate) -> all.with(name, certificate.document()));
    scenario.with("certificates", all.build());
  }
}
