/** How Exchange servers pick connectors, attribute sessions and choose the next hop. */
package exsim.simulator.onprem;
