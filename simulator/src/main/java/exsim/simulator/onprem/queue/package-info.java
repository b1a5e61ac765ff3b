/** What an Exchange server does with a message that it could not hand over: queues and retries. */
package exsim.simulator.onprem.queue;
