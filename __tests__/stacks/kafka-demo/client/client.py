import os
import sys
import time

from kafka import KafkaConsumer, KafkaProducer
from prometheus_client import Counter, start_http_server

mode, topic = sys.argv[1:]
messages = Counter("client_messages", "messages that went through", ["mode"])
start_http_server(8000)
if mode == "produce":
    producer = KafkaProducer(bootstrap_servers=os.environ["BOOTSTRAP"])
    while True:
        producer.send(topic, b"order")
        messages.labels(mode).inc()
        time.sleep(1)
for _ in KafkaConsumer(topic, bootstrap_servers=os.environ["BOOTSTRAP"], group_id=os.environ["GROUP"]):
    messages.labels(mode).inc()
