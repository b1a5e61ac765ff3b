package exsim.scenarios.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.model.topology.World;
import exsim.scenarios.mailflow.MailFlowReports;
import exsim.scenarios.protocol.ProtocolLogs;
import exsim.scenarios.text.LogFile;
import exsim.scenarios.tlsreport.TlsReport;
import exsim.scenarios.tlsreport.TlsReports;
import exsim.scenarios.tracking.MessageTracking;
import exsim.simulator.delivery.Delivery;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;

/**
 * What a run writes to folders beside its report.
 *
 * @param logs where the protocol logs go; empty for nowhere
 * @param tracking where the message tracking logs go; empty for nowhere
 * @param tlsReports where the TLS reports go; empty for nowhere
 * @param mailFlow where the mail flow reports go; empty for nowhere
 */
record RunOutputs(
    Optional<OutputDirectory> logs,
    Optional<OutputDirectory> tracking,
    Optional<OutputDirectory> tlsReports,
    Optional<OutputDirectory> mailFlow) {
  /** What the arguments ask for. */
  static RunOutputs of(CommandLine arguments, int files) {
    RunOutputs outputs =
        new RunOutputs(
            folder(OutputDirectory.Kind.PROTOCOL_LOGS, "protocol-log", arguments),
            folder(OutputDirectory.Kind.MESSAGE_TRACKING, "message-tracking", arguments),
            folder(OutputDirectory.Kind.TLS_REPORTS, "tls-report", arguments),
            folder(OutputDirectory.Kind.MAIL_FLOW_REPORTS, "mail-flow-report", arguments));
    if (outputs.logs.isPresent() && files > 1) {
      throw new UsageException("--protocol-log goes with one scenario");
    }
    if (outputs.tracking.isPresent() && files > 1) {
      throw new UsageException("--message-tracking goes with one scenario");
    }
    if (outputs.tlsReports.isPresent() && files > 1) {
      throw new UsageException("--tls-report goes with one scenario");
    }
    if (outputs.mailFlow.isPresent() && files > 1) {
      throw new UsageException("--mail-flow-report goes with one scenario");
    }
    return outputs;
  }

  private static Optional<OutputDirectory> folder(
      OutputDirectory.Kind kind, String option, CommandLine arguments) {
    String folder = arguments.getOptionValue(option);
    return folder == null ? Optional.empty() : Optional.of(OutputDirectory.of(kind, folder));
  }

  /** Writes it. */
  void write(World world, ImmutableList<Delivery> deliveries) {
    logs.ifPresent(folder -> write(folder, ProtocolLogs.of(world, deliveries)));
    tracking.ifPresent(folder -> write(folder, MessageTracking.logs(world, deliveries)));
    mailFlow.ifPresent(folder -> folder.write(MailFlowReports.of(world, deliveries)));
    if (tlsReports.isPresent()) {
      ImmutableMap.Builder<String, String> files = ImmutableMap.builder();
      for (TlsReport report : TlsReports.of(world, deliveries)) {
        files.put(report.fileName(), report.text());
      }
      tlsReports.get().write(files.buildOrThrow());
    }
  }

  private static void write(OutputDirectory folder, ImmutableList<LogFile> logs) {
    ImmutableMap.Builder<String, String> files = ImmutableMap.builder();
    for (LogFile log : logs) {
      files.put(log.path(), log.text());
    }
    folder.write(files.buildOrThrow());
  }
}
