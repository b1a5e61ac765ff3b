package exsim.scenarios.powershell;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.json.Located;
import java.util.Optional;

/** The certificates of a server with what the server itself knows of them. */
final class InstalledCertificates {
  /** What setup enables its own certificate for. */
  private static final String OF_SETUP = "IMAP, POP, IIS, SMTP";

  private InstalledCertificates() {}

  /** Each with its name as {@code Thumbprint}, and with {@code Services}. */
  static ImmutableList<Located.Obj> of(Located.Obj server) {
    String name = Documents.text(server, "name").orElse("");
    ImmutableList.Builder<Located.Obj> installed = ImmutableList.builder();
    for (Located item : Documents.items(server, "certificates")) {
      if (item instanceof Located.Text text) {
        boolean own = text.text().equals(name) || text.text().equals(name + " (setup)");
        installed.add(certificate(text, own ? OF_SETUP : "SMTP"));
      } else if (item instanceof Located.Obj object) {
        Optional<String> thumbprint = Documents.text(object, "name");
        thumbprint.ifPresent(
            t ->
                installed.add(
                    certificate(
                        new Located.Text(object.spot(), t),
                        Documents.text(object, "Services").orElse("None"))));
      }
    }
    return installed.build();
  }

  private static Located.Obj certificate(Located.Text thumbprint, String services) {
    return new Located.Obj(thumbprint.spot(), ImmutableList.of())
        .with("Thumbprint", thumbprint)
        .with("Services", new Located.Text(thumbprint.spot(), services));
  }
}
