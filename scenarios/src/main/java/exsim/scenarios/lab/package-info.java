/** A scenario's hosts on real sockets: loopback listeners, real TLS, and mail that goes on. */
package exsim.scenarios.lab;
